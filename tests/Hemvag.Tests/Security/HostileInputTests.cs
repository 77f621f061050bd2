using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Hemvag.Modules.Cases;
using Hemvag.Sealing;
using Hemvag.TestKit;
using Hemvag.TestKit.Pages;
using Hemvag.Web.Binding;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Security;

/// <summary>
/// Every form of every page meets the one table of hostile inputs, one field at a time with the others filled in as a person would:
/// nothing breaks, a refusal is a sentence that keeps what was typed and saves nothing, a success is one operation.
/// </summary>
public sealed class HostileInputTests
{
    /// <summary>Who looks for forms, in which cases: together they show every form there is.</summary>
    private static readonly (string Code, string[] Cases)[] Visitors =
    [
        ("vast-1", ["c13", "c11", "c10", "c08", "c07", "c02"]),
        ("iom-1", ["c09", "c07", "c05", "c04", "c02"]),
        ("approver-1", ["c04", "c02"]),
        ("thailand-1", ["c06", "c02"]),
        ("admin-1", ["c02"]),
        ("dpo-1", ["c02"]),
    ];

    [Trait("Category", "Long")]
    [Theory]
    [InlineData("vast-1")]
    [InlineData("iom-1")]
    [InlineData("approver-1")]
    [InlineData("thailand-1")]
    [InlineData("admin-1")]
    [InlineData("dpo-1")]
    public Task No_form_breaks_on_what_is_typed(string who) =>
        SeededRandom.RunAsync(async random =>
        {
            await using var world = await WalkWorld.StartAsync();
            var client = await world.AsAsync(who);
            var wrong = new List<string>();
            var met = new HashSet<string>(StringComparer.Ordinal);
            foreach (var code in Visitors.Single(v => v.Code == who).Cases)
            {
                await world.RestoreAsync();
                await OpenAsync(client, world, code, who);
                var start = world.Snapshot();
                foreach (var form in await FormsAsync(world, client, code))
                {
                    if (met.Add(form.Key))
                    {
                        await TryAsync(world, client, form, start, random, wrong);
                        await world.RestoreAsync(start);
                    }
                }
            }

            TestContext.Current.SendDiagnosticMessage($"{who}: {met.Count} forms");
            met.ShouldNotBeEmpty();
            wrong.ShouldBeEmpty();
        });

    [Theory]
    [InlineData("محمد عبد الرحمن", "สมชาย ใจดี")]
    [InlineData("Ștefan Țurcanu", "گل‌آقا احمدزی")]
    [InlineData("Siobhán O'Brien", "Nguyễn Thị Mai")]
    public async Task A_name_is_kept_as_typed(string given, string family)
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync("vast-1");
        await OpenAsync(client, world, "c02", "vast-1");
        var path = $"/cases/{world.Cases["c02"]}/person/identity";
        var page = (await client.GetAsync(path)).ShouldBeOk();
        await page.Form("[name='Input.GivenNames']").Fill("Input.GivenNames", given).Fill("Input.FamilyName", family).SubmitAsync();
        var again = (await client.GetAsync(path)).ShouldBeOk().Form("[name='Input.GivenNames']");
        again["Input.GivenNames"].ShouldBe(given);
        again["Input.FamilyName"].ShouldBe(family);
    }

    [Fact]
    public async Task A_file_is_taken_by_its_content_and_never_above_the_limit()
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync("vast-1");
        var path = $"/cases/{world.Cases["c02"]}/documents";
        var before = await world.OperationsAsync();
        foreach (
            var (name, type, bytes) in new (string, string, byte[])[]
            {
                ("intyg.pdf", "application/pdf", "MZ\u0090 this is a program"u8.ToArray()),
                ("intyg.pdf", "application/pdf", "<html><script>alert(1)</script>"u8.ToArray()),
                ("bild.png", "image/png", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray()),
                ("tom.pdf", "application/pdf", []),
                ("../../etc/passwd", "text/plain", "root:x:0:0"u8.ToArray()),
            }
        )
        {
            var answer = await (await client.GetAsync(path)).Form("[name='Input.File']").Attach("Input.File", name, type, bytes).SubmitOnceAsync();
            answer.ShouldBe(HttpStatusCode.UnprocessableEntity);
            answer.Refusal.ShouldNotBeNull();
            answer.Document.QuerySelector("[role=alert] li")!.TextContent.Trim().ShouldNotBeEmpty();
        }

        var large = new byte[50 * 1024 * 1024];
        "%PDF-1.7"u8.CopyTo(large);
        var tooLarge = await (await client.GetAsync(path))
            .Form("[name='Input.File']")
            .Attach("Input.File", "stor.pdf", "application/pdf", large)
            .SubmitOnceAsync();
        tooLarge.Status.ShouldBeOneOf(HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.UnprocessableEntity);
        (await world.OperationsAsync()).ShouldBe(before);
    }

    private static async Task OpenAsync(PageClient client, WalkWorld world, string code, string who)
    {
        if (Walker.All.Single(w => w.Code == who).Own is null)
        {
            return;
        }

        var caseId = world.Cases[code];
        var token = await AccessWalkTests.TokenAsync(client);
        var may = CasePermissions.CompartmentsFor(Walker.All.Single(w => w.Code == who).Role);
        var wanted = string.Join(',', Compartments.Each(may));
        var answer = await client.SendOnceAsync(
            new HttpRequestMessage(HttpMethod.Post, $"/cases/{caseId}/open")
            {
                Content = new FormUrlEncodedContent(
                    new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        ["__form"] = token,
                        ["OperationId"] = Guid.CreateVersion7().ToString(),
                        ["Compartments"] = wanted,
                        ["Purpose"] = "test",
                        ["Return"] = "",
                    }
                ),
            }
        );
        // A consent may open less than the role may; its forms are then met closed.
        answer.Status.ShouldBeOneOf(HttpStatusCode.Redirect, HttpStatusCode.Forbidden);
    }

    private static async Task<List<FoundForm>> FormsAsync(WalkWorld world, PageClient client, string code)
    {
        var pages = await RoutedPages.ReadAsync(world.Services);
        var addresses = await WalkAddresses.OfAsync(world, world.Cases[code]);
        var forms = new List<FoundForm>();
        foreach (var path in pages.Gets.Where(h => !h.Right.Anonymous).Select(h => addresses.Of(h)).Distinct(StringComparer.Ordinal))
        {
            var page = await client.SendOnceAsync(new HttpRequestMessage(HttpMethod.Get, path));
            if (page.Status == HttpStatusCode.OK)
            {
                forms.AddRange(FoundForm.On(page));
            }
        }

        return forms;
    }

    private static async Task TryAsync(WalkWorld world, PageClient client, FoundForm found, string start, Random random, List<string> wrong)
    {
        var page = await client.GetAsync(found.Path);
        if (found.ElementOn(page) is not { } element)
        {
            return;
        }

        foreach (var field in FoundForm.Fields(element).Select(f => f.GetAttribute("name")!).Distinct(StringComparer.Ordinal).ToList())
        {
            foreach (var input in Sample(random))
            {
                page = await client.GetAsync(found.Path);
                if (found.FillOn(page) is not { } form)
                {
                    wrong.Add($"{found}: the form is gone");
                    return;
                }

                var before = await world.OperationsAsync();
                var answer = await form.Fill(field, input.Value).SubmitOnceAsync();
                var did = await world.OperationsAsync() - before;
                wrong.AddRange(Judge(answer, found, field, input, did).Select(w => $"{found} {field} ← {input}: {w}"));
                if (did != 0)
                {
                    // The same form again is the same operation.
                    var twice = await form.SubmitOnceAsync();
                    if (await world.OperationsAsync() - before != did || (int)twice.Status >= 500)
                    {
                        wrong.Add(
                            $"{found} {field} ← {input}: sent twice it answered {(int)twice.Status} and did {await world.OperationsAsync() - before} operations"
                        );
                    }

                    await StaleAsync(world, client, found, form, wrong);
                    await world.RestoreAsync(start);
                }
            }
        }
    }

    // A new operation on the version that another has overtaken.
    private static async Task StaleAsync(WalkWorld world, PageClient client, FoundForm found, PageForm form, List<string> wrong)
    {
        if (form["SectionVersion"] is null)
        {
            return;
        }

        var before = await world.OperationsAsync();
        var answer = await form.Forge("OperationId", Guid.CreateVersion7().ToString()).SubmitOnceAsync();
        var did = await world.OperationsAsync() - before;
        if (did != 0 || (int)answer.Status >= 500 || (answer.Status == HttpStatusCode.UnprocessableEntity && answer.Refusal is null))
        {
            wrong.Add($"{found}: an old version answered {(int)answer.Status} {answer.Refusal} and did {did} operations");
        }
    }

    private static IEnumerable<HostileInput> Sample(Random random)
    {
        if (LongRun.Enabled)
        {
            return HostileInputs.All;
        }

        HostileCategory[] kinds = [HostileCategory.Markup, HostileCategory.Control, HostileCategory.WrongDate, HostileCategory.RealName];
        return [HostileInputs.Of(random.Pick(kinds)).ToList()[0], HostileInputs.All[random.Next(HostileInputs.All.Count)]];
    }

    private static IEnumerable<string> Judge(PageAnswer answer, FoundForm found, string field, HostileInput input, int did)
    {
        if (
            answer.Body.Contains("<script>document.title", StringComparison.Ordinal)
            || answer.Document.QuerySelector("[onerror], [onfocus], h1:contains('hemvag-hostile')") is not null
        )
        {
            yield return "what was typed is part of the page";
        }

        switch ((int)answer.Status)
        {
            case >= 500:
                yield return $"{(int)answer.Status}";
                break;
            case 422:
                foreach (var fault in Refused(answer, found, field, input, did))
                {
                    yield return fault;
                }

                break;
            case 302 when did > 1:
                yield return $"{did} operations";
                break;
            case 200 or 302:
                break;
            // The framework reads no form with a NUL or broken text in it: nothing is done, and the neutral page says so.
            case 400 or 413 when input.Category is HostileCategory.TooLong or HostileCategory.BrokenUnicode or HostileCategory.Control && did == 0:
                break;
            default:
                yield return $"{(int)answer.Status} {answer.Text[..Math.Min(80, answer.Text.Length)]}";
                break;
        }
    }

    private static IEnumerable<string> Refused(PageAnswer answer, FoundForm found, string field, HostileInput input, int did)
    {
        if (answer.Refusal is null)
        {
            yield return "422 without the name of its refusal";
        }

        // A section of a form keeps what could be kept, and says so.
        if (did > (found.Key.Contains(" f.", StringComparison.Ordinal) || answer.Refusal == "SomeNotSaved" ? 1 : 0))
        {
            yield return $"refused with {answer.Refusal} and yet did {did} operations";
        }

        if (answer.Document.QuerySelector("[role=alert] li") is not { } sentence || sentence.TextContent.Trim().Length < 5)
        {
            yield return $"refused with {answer.Refusal} and no sentence";
        }

        if (
            input.Value is { Length: > 0 and < 1000 } typed
            && input.Category is not HostileCategory.BrokenUnicode
            && Shown(answer, field) is { Type: not "password" } shown
        )
        {
            if (Normal(shown.Value) != Normal(typed))
            {
                yield return $"what was typed is not kept but [{shown.Value}] ({answer.Refusal})";
            }
        }
        else if (input.Value is { Length: > 0 and < 1000 } && Shown(answer, field) is null)
        {
            yield return $"the field is gone after {answer.Refusal}";
        }
    }

    private static (string Type, string Value)? Shown(PageAnswer answer, string field) =>
        answer.Document.QuerySelectorAll("main [name]").FirstOrDefault(e => e.GetAttribute("name") == field) switch
        {
            IHtmlTextAreaElement area => ("textarea", area.Value),
            IHtmlInputElement input => (input.Type, input.Value),
            _ => null,
        };

    // Whether cleaned or raw, and with the line ends of either.
    private static string Normal(string text) =>
        TypedText
            .Clean(text.ReplaceLineEndings(" ").Replace('\t', ' '))
            .Normalize(NormalizationForm.FormC)
            .Replace("  ", " ", StringComparison.Ordinal);
}
