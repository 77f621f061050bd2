using System.Net;
using Hemvag.TestKit;
using Hemvag.TestKit.Pages;
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

    private static readonly (string Name, string Type, byte[] Content)[] WrongFiles =
    [
        ("program.pdf", "application/pdf", "MZ\u0090 this is a program"u8.ToArray()),
        ("sida.pdf", "application/pdf", "<html><script>alert(1)</script>"u8.ToArray()),
        ("tom.pdf", "application/pdf", []),
        ("stor.pdf", "application/pdf", [.. "%PDF-1.7"u8, .. new byte[50 * 1024 * 1024]]),
    ];

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
            var table = new Table(random);
            foreach (var code in Visitors.Single(v => v.Code == who).Cases)
            {
                await world.RestoreAsync();
                await world.OpenAsync(who, code);
                var start = world.Snapshot();
                foreach (var form in await FormsAsync(world, client, code, who))
                {
                    if (met.Add(form.Key))
                    {
                        await TryAsync(world, client, form, start, table, wrong);
                        await ForgeAsync(world, client, form, start, table, wrong);
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
        await world.OpenAsync("vast-1", "c02");
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

    internal static async Task<List<FoundForm>> FormsAsync(WalkWorld world, PageClient client, string code, string who)
    {
        var pages = await RoutedPages.ReadAsync(world.Services);
        var addresses = await WalkAddresses.OfAsync(world, world.Cases[code], who);
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

    private static async Task TryAsync(WalkWorld world, PageClient client, FoundForm found, string start, Table table, List<string> wrong)
    {
        var page = await client.GetAsync(found.Path);
        if (found.ElementOn(page) is not { } element)
        {
            return;
        }

        foreach (var field in FoundForm.Fields(element).Select(f => f.GetAttribute("name")!).Distinct(StringComparer.Ordinal).ToList())
        {
            foreach (var input in table.Next())
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
                wrong.AddRange(HostileJudge.Faults(answer, found, field, input, did).Select(w => $"{found} {field} ← {input}: {w}"));
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

    // What no browser sends: another value than the page offers, or a file that is none of those it takes.
    private static async Task ForgeAsync(WalkWorld world, PageClient client, FoundForm found, string start, Table table, List<string> wrong)
    {
        var page = await client.GetAsync(found.Path);
        if (found.ElementOn(page) is not { } element)
        {
            return;
        }

        var forged = FoundForm
            .Offered(element)
            .SelectMany(field =>
                table
                    .NextForged()
                    .Select(value => (What: $"{field} ← [{value}]", Change: (Func<PageForm, PageForm>)(form => form.Forge(field, value))))
            );
        var files = FoundForm
            .Files(element)
            .SelectMany(field =>
                WrongFiles.Select(f =>
                    (What: $"{field} ← {f.Name}", Change: (Func<PageForm, PageForm>)(form => form.Attach(field, f.Name, f.Type, f.Content)))
                )
            );
        foreach (var (what, change) in forged.Concat(files).ToList())
        {
            page = await client.GetAsync(found.Path);
            if (found.FillOn(page) is not { } form)
            {
                wrong.Add($"{found}: the form is gone");
                return;
            }

            var before = await world.OperationsAsync();
            var answer = await change(form).SubmitOnceAsync();
            var did = await world.OperationsAsync() - before;
            var isFile = WrongFiles.Any(f => what.EndsWith(f.Name, StringComparison.Ordinal));
            if (
                (int)answer.Status >= 500
                || did > Most(found, answer, isFile)
                || (answer.Status == HttpStatusCode.UnprocessableEntity && answer.Document.QuerySelector("[role=alert] li") is null)
            )
            {
                wrong.Add($"{found} {what}: {(int)answer.Status} {answer.Refusal} and {did} operations");
            }

            if (did != 0)
            {
                await world.RestoreAsync(start);
            }
        }
    }

    // A section of a form keeps what could be kept, even when it says what could not.
    private static int Most(FoundForm found, PageAnswer answer, bool isFile) =>
        isFile ? 0
        : found.Key.Contains(" f.", StringComparison.Ordinal) ? 1
        : (int)answer.Status >= 400 ? 0
        : 1;

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

    /// <summary>All of the shared table for each field in the long run; else the next few, so that the fields together meet all of it.</summary>
    private sealed class Table(Random random)
    {
        private const int Few = 2;
        private static readonly string?[] Forged = [null, "", "-1", "99999999999999999999999999", "<script>document.title='hemvag-hostile'</script>"];
        private int at = random.Next(HostileInputs.All.Count);
        private int forged = random.Next(HostileInputs.All.Count);

        public IEnumerable<HostileInput> Next()
        {
            if (LongRun.Enabled)
            {
                return HostileInputs.All;
            }

            at += Few;
            return Enumerable.Range(at, Few).Select(i => HostileInputs.All[i % HostileInputs.All.Count]);
        }

        /// <summary>What is sent in place of a choice that the page offers.</summary>
        public IEnumerable<string?> NextForged() => LongRun.Enabled ? Forged : [Forged[++forged % Forged.Length]];
    }
}
