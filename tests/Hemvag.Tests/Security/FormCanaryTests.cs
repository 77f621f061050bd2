using System.Net;
using AngleSharp.Html.Dom;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Pages;
using Hemvag.Tests.Consultations;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using Case = Hemvag.Modules.Cases.Case;

namespace Hemvag.Tests.Security;

/// <summary>
/// Promise 3, for every form there is: each role types a word of its own into every field that takes text, in cases of every stage. None of
/// the words is anywhere in clear afterwards.
/// </summary>
public sealed class FormCanaryTests
{
    // Whoever can take a case away from the others comes after them.
    private static readonly (string Code, string[] Cases)[] Typists =
    [
        ("social-1", ["c13"]),
        ("approver-1", ["c04", "c02"]),
        ("thailand-1", ["c06", "c02"]),
        ("romania-1", ["c14"]),
        ("iom-1", ["c09", "c07", "c05", "c04", "c02"]),
        ("stockholm-1", ["c14"]),
        ("stockholm-2", ["c17", "c16", "c14"]),
        ("vast-1", ["c13", "c11", "c10", "c08", "c07", "c02"]),
        ("national-1", ["c02"]),
        ("dpo-1", ["c02"]),
    ];

    // Names and addresses of staff, their devices and offices stand in clear (ADR 12).
    private static readonly string[] OfStaff = ["/account", "/admin", "/sign-in"];

    // After these the case is somebody else's, or over.
    private static readonly string[] Last = ["/hand-over", "/colleagues", "/close", "/end-support", "/end", "/withdraw", "/answer", "/stop"];

    /// <summary>Pages with forms that part 2 brought: they must be among those typed into.</summary>
    private static readonly string[] MustBeMet =
    [
        "/questions/new",
        "/questions/…/write",
        "/questions/…/case",
        "/break-glass",
        "/cases/find",
        "/cases/…/links",
        "/cases/…/disclosures/ask",
        "/cases/…/disclosures/…",
        "/cases/…/hand-over",
        "/cases/…/consent/give/ExchangeWithIom",
        "/cases/…/person/protected",
        "/cases/…/broken-glass",
        "/recipient-answers/…",
        "/retention",
        "/link/window",
        "/cases/…/travel/packages/new/Escort",
    ];

    [Theory, OnBothDatabases]
    public async Task What_anyone_types_into_any_form_is_nowhere_in_clear(DatabaseKind kind)
    {
        var log = new KeptLog();
        var sentinels = new Sentinels();
        await using var world = await WalkWorld.StartAsync(kind, services => CanaryTests.Keep(services, log));
        var met = new HashSet<string>(StringComparer.Ordinal);
        var wrong = new List<string>();
        await ByLinkAsync(world, sentinels, met);
        await BreakGlassAsync(world, sentinels);
        foreach (var (code, cases) in Typists)
        {
            var client = await world.AsAsync(code);
            foreach (var caseCode in cases)
            {
                await world.OpenAsync(code, caseCode);
                var forms = await HostileInputTests.FormsAsync(world, client, caseCode, code);
                foreach (
                    var form in forms
                        .Where(f => !OfStaff.Any(f.Path.StartsWith))
                        // Two of Stockholm read one case; the one who hands it over leaves nothing for the other.
                        .Where(f => code != "stockholm-1" || !PathOf(f).EndsWith("/hand-over", StringComparison.Ordinal))
                        .OrderBy(f => Array.FindIndex(Last, l => PathOf(f).EndsWith(l, StringComparison.Ordinal)))
                )
                {
                    if (met.Add($"{code} {form.Key}"))
                    {
                        await TypeAsync(client, form, sentinels, wrong);
                    }

                    met.Add(FoundForm.Bare(PathOf(form)));
                }
            }
        }

        wrong.ShouldBeEmpty();
        MustBeMet.Except(met, StringComparer.Ordinal).ShouldBeEmpty("forms that nobody typed into");
        sentinels.Words.Count.ShouldBeGreaterThan(200);
        log.Count.ShouldBeGreaterThan(1000);
        (await sentinels.FoundInAsync(world.Database)).ShouldBeEmpty();
        log.With(sentinels.Words).ShouldBeEmpty();
        foreach (var (name, bytes) in await StoredFiles.ReadAsync(world.Database))
        {
            sentinels.FoundIn(name, bytes).ShouldBeEmpty();
        }
    }

    private static string PathOf(FoundForm form) => form.Path.Split('?')[0];

    private static async Task TypeAsync(PageClient client, FoundForm found, Sentinels sentinels, List<string> wrong)
    {
        var page = await client.SendOnceAsync(new HttpRequestMessage(HttpMethod.Get, found.Path));
        if (found.ElementOn(page) is not { } element || found.FillOn(page) is not { } form)
        {
            return;
        }

        foreach (var field in FoundForm.Fields(element))
        {
            var name = field.GetAttribute("name")!;
            if (field is IHtmlInputElement { Type: "tel" })
            {
                form.Fill(name, sentinels.Phone());
            }
            // A field for dates, numbers and amounts says so.
            else if (field is IHtmlTextAreaElement || field.GetAttribute("inputmode") is null)
            {
                form.Fill(name, sentinels.Word());
            }
        }

        var answer = await form.SubmitOnceAsync();
        if (answer.Refusal == "PersonalDataNoticed")
        {
            answer = await answer.Form("textarea").Fill("Input.Kept", "PublicPerson").SubmitOnceAsync("keep");
        }

        if ((int)answer.Status >= 500)
        {
            wrong.Add($"{found}: {(int)answer.Status}");
        }
    }

    /// <summary>A professional without an account writes by a link.</summary>
    private static async Task ByLinkAsync(WalkWorld world, Sentinels sentinels, HashSet<string> met)
    {
        var (address, code) = await LinkTests.MakeAsync(world, $"/cases/{world.Cases["c11"]}/links");
        using var outside = world.NewClient();
        var window = (await LinkTests.TypeAsync(outside, address, code)).ShouldBeOk();
        met.Add(window.Url.AbsolutePath);
        (await window.Form("textarea").Fill("Text", sentinels.Word()).SubmitAsync()).ShouldBeOk();
    }

    private static async Task BreakGlassAsync(WalkWorld world, Sentinels sentinels)
    {
        var caseId = world.Cases["c02"];
        var number = await world.WithDbAsync(db => db.Set<Case>().Where(c => c.Id == caseId).Select(c => c.Number).SingleAsync());
        var form = (await (await world.AsAsync("vast-2")).GetAsync("/break-glass")).ShouldBeOk().Form("form:has([name=Reason])");
        var sent = form.Fill("Number", number).Fill("Compartment", "Contact").Fill("Reason", sentinels.Word());
        (await sent.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
    }
}
