using System.Globalization;
using System.Net;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Forms;
using Hemvag.Modules.FollowUp.Contacts;
using Hemvag.Modules.Programmes;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Pages;
using Hemvag.Tests.Security;
using Hemvag.Tests.Travel;
using Hemvag.Web.Formatting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Cases.Forms;

/// <summary>
/// Two people have one form open: who saves second is shown what the first has saved beside what they typed themselves, and chooses. Nothing is
/// merged unseen and nothing typed is lost.
/// </summary>
public sealed class TwoEditorsTests
{
    private const string Address = "@page \"/cases/{caseId:guid}/";

    /// <param name="Route">As routed, below the case.</param>
    /// <param name="Field">A name, or the first field that takes text in the first section of a form.</param>
    /// <param name="First">A value, or days from what the field shows: "@3".</param>
    /// <param name="Shown">How the first one's value reads on a page; null for as it was typed, or its day.</param>
    /// <param name="Button">The name of the button that saves, and of the one that saves after having compared.</param>
    internal sealed record Edited(string One, string Other, string Case, string Route, string Field, string First, string Second)
    {
        public bool HolderSecond { get; init; }

        public string? Shown { get; init; }

        public string? Form { get; init; }

        public string? Button { get; init; }

        public string? ButtonAfter { get; init; }

        public (string Field, string Value)[] Also { get; init; } = [];
    }

    internal static readonly IReadOnlyDictionary<string, Edited> Forms = new Dictionary<string, Edited>(StringComparer.Ordinal)
    {
        ["identity"] = new("vast-1", "vast-2", "c10", "person/identity", "Input.Pronoun", "den första", "den andra"),
        ["contact"] = new("vast-1", "vast-2", "c10", "person/contact", "Input.CodeWord", "Gul grind", "Röd grind"),
        ["country"] = new("vast-1", "vast-2", "c10", "person", "CountryCode", "TH", "MD") { Shown = "Thailand" },
        ["protected identity"] = new(
            "vast-1",
            "vast-2",
            "c10",
            "person/protected",
            "Protection",
            nameof(IdentityProtection.ProtectedRegistration),
            nameof(IdentityProtection.ConfidentialityMark)
        )
        {
            Shown = "Skyddad folkbokföring",
            // Once the mark stands the holder changes it, and those it names.
            HolderSecond = true,
        },
        ["application"] = new("vast-1", "vast-2", "c10", "application/{section}", nameof(FormKind.Application), "Ett ord", "Två ord"),
        ["needs"] = new("iom-1", "iom-2", "c07", "needs/{section}", nameof(FormKind.NeedsInventory), "One word", "Two words"),
        ["health"] = new("iom-1", "iom-2", "c07", "health/{section}", nameof(FormKind.HealthAssessment), "One word", "Two words"),
        ["risk"] = new("iom-1", "vast-1", "c07", "risks/{riskId:guid}", "Input.Measure", "En vän möter", "Två vänner möter")
        {
            ButtonAfter = "SaveMine",
        },
        ["review of a risk"] = new("iom-1", "vast-1", "c07", "risks/{riskId:guid}", "Review.DueOn", "2027-05-04", "2027-06-05")
        {
            Form = "form[action='?handler=Review']",
            Button = "Review",
            ButtonAfter = "Review",
            Shown = "4 maj 2027",
        },
        ["journey"] = new("iom-1", "iom-2", "c06", "travel/journey", "Input.Route", "Through Doha", "Through Istanbul"),
        ["check"] = new("iom-1", "iom-2", "c06", "travel/checks/{check}", "Input.Note", "The carrier was asked", "The embassy was asked"),
        ["travel document"] = new("iom-1", "iom-2", "c06", "travel/papers/{paperId:guid}", "Input.Note", "Kept by her", "Kept by us"),
        ["arrangement"] = new("iom-1", "iom-2", "c07", "travel/arrangements/{part}", "Decision.Note", "Two bags", "Three bags")
        {
            Also = [("Decision.Need", "NotNeeded")],
        },
        ["plan item"] = new("iom-1", "iom-2", "c07", "plan/items/{itemId:guid?}", "Input.Goal", "A kiosk", "A workshop"),
        ["day of a milestone"] = new("syd-1", "iom-1", "c05", "travel/milestones/Departed", "OccurredOn", "@-1", "@-2")
        {
            Also = [("Reason", "Mistyped")],
        },
        ["proceeding"] = new("iom-1", "vast-1", "c02", "justice/{proceedingId:guid}", "Details.Reference", "B 100-26", "B 200-26"),
        ["planned contact"] = new("thailand-1", "iom-1", "c02", "follow-up/contacts/{contactId:guid}", "Move.PlannedOn", "@3", "@5"),
    };

    public static TheoryData<string> Names => [.. Forms.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Who_saves_second_sees_both_and_chooses(string name)
    {
        var form = Forms[name];
        await using var world = await WalkWorld.StartAsync();
        if (form.Other is "vast-2" or "iom-2")
        {
            await ShareAsync(world, form);
        }

        await world.OpenAsync(form.One, form.Case);
        await world.OpenAsync(form.Other, form.Case);
        var (path, contact) = await PathAsync(world, form);
        var field = FieldOf(world, form);
        var (who, then) = form.HolderSecond ? (form.Other, form.One) : (form.One, form.Other);
        var first = await OpenAsync(await world.AsAsync(who), path, form, field);
        var second = await OpenAsync(await world.AsAsync(then), path, form, field);
        var (one, two) = (Value(form.First, second[field], contact), Value(form.Second, second[field], contact));
        Fill(first, form, field, one);
        Fill(second, form, field, two);
        var before = await world.OperationsAsync();

        (await first.SubmitOnceAsync(form.Button)).ShouldBe(HttpStatusCode.Redirect);

        var refused = (await second.SubmitOnceAsync(form.Button)).ShouldRefuse("SectionChanged");
        var again = refused.Form(Selector(form, field));
        again[field].ShouldBe(two);
        (refused.Text + string.Concat(refused.Document.QuerySelectorAll(".message-open").Select(m => m.TextContent))).ShouldContain(
            form.Shown ?? Reads(one)
        );
        // Sent back as it was, without having looked, it is refused again.
        (await second.SubmitOnceAsync(form.Button)).ShouldRefuse("SectionChanged");

        Fill(again, form, field, two);
        (await again.SubmitOnceAsync(form.ButtonAfter)).ShouldBe(HttpStatusCode.Redirect);

        var now = (await (await world.AsAsync(then)).GetAsync(path)).ShouldBeOk();
        (now.Form(Selector(form, field))[field] == two || now.Body.Contains(two, StringComparison.Ordinal)).ShouldBeTrue();
        // Both are in the trail: neither was lost, neither was merged.
        (await world.OperationsAsync() - before).ShouldBe(2);
    }

    /// <summary>A form that changes what stands and is not in the table would overwrite unseen.</summary>
    [Fact]
    public void Every_page_that_carries_what_it_had_shown_is_in_the_table()
    {
        string[] elsewhere =
        [
            // The office: below, since it takes two yeses. The plan's own buttons rest on its version, and have nothing typed.
            "travel/office",
            "plan",
            "plan/agree/{party}",
            // Who a child is and who its guardians are: with the other tests of children, since none of the cases above has any.
            "children/{childId:guid}",
            "children/{childId:guid}/identity",
            "guardians/{guardianId:guid}",
            "minor",
            // A payment that is asked for again: once, by its state.
            "money/payments/{paymentId:guid}",
        ];
        var pages = House.ProductSources.Pages.Where(p =>
            p.Value.Contains("section-version", StringComparison.Ordinal)
            || p.Value.Contains("Shown\" value=", StringComparison.Ordinal)
            || p.Value.Contains("_FormSection", StringComparison.Ordinal)
        );
        var routes = pages
            .Where(p => p.Value.StartsWith(Address, StringComparison.Ordinal))
            .Select(p => p.Value[Address.Length..p.Value.IndexOf('"', Address.Length)]);
        routes
            .Except(Forms.Values.Select(f => f.Route.Replace("/Departed", "/{milestone}", StringComparison.Ordinal)).Concat(elsewhere))
            .ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Who_names_an_office_second_sees_which_one_is_named(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.CaseAsync(TravelWorld.Moldova, TravelWorld.Romania);
        using var one = await world.SignInAsync(world.Caseworker);
        using var other = await world.SignInAsync(world.EnglishCaseworker);
        var path = $"/cases/{caseId}/travel/office";
        var first = (await one.GetAsync(path)).ShouldBeOk().Form("[name='Input.OrganisationId']");
        var second = (await other.GetAsync(path)).ShouldBeOk().Form("[name='Input.OrganisationId']");
        (await first.Fill("Input.OrganisationId", TravelWorld.Moldova.ToString()).SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);

        var refused = await second.Fill("Input.OrganisationId", TravelWorld.Romania.ToString()).SubmitOnceAsync();
        refused.ShouldRefuse("SectionChanged");
        refused.Document.QuerySelector("#meanwhile")!.ParentElement!.TextContent.ShouldContain("Moldova");
        var again = refused.Form("[name='Input.OrganisationId']");
        again["Input.OrganisationId"].ShouldBe(TravelWorld.Romania.ToString());
        (await again.Fill("Input.Reason", "The person asked for it.").SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        (await world.ReadAsync(db => db.Set<Hemvag.Modules.Cases.Case>().SingleAsync(c => c.Id == caseId))).LocalOfficeId.ShouldBe(
            TravelWorld.Romania
        );
    }

    private static async Task ShareAsync(WalkWorld world, Edited edited)
    {
        var page = (await (await world.AsAsync(edited.One)).GetAsync(CaseLinks.To(world.Cases[edited.Case], CaseLinks.Colleagues))).ShouldBeOk();
        var form = page.Form("[name=ColleagueId]").Fill("ColleagueId", Hemvag.Demo.DemoAccounts.IdOf(edited.Other).ToString());
        (await form.SubmitOnceAsync("share")).ShouldBe(HttpStatusCode.Redirect);
    }

    /// <summary>Where the form itself has gone, because the first has done what it asks for, what the second has typed is shown to be copied.</summary>
    [Fact]
    public async Task What_was_typed_in_a_form_that_is_gone_is_not_lost()
    {
        await using var world = await WalkWorld.StartAsync();
        var (path, _) = await PathAsync(world, Forms["planned contact"]);
        var one = (await (await world.AsAsync("thailand-1")).GetAsync(path)).ShouldBeOk().Form("[name='Held.HeldOn']");
        var other = (await (await world.AsAsync("iom-1")).GetAsync(path)).ShouldBeOk().Form("[name='Held.HeldOn']");
        var today = Dates.Iso(DateOnly.FromDateTime(world.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime));
        (await one.Fill("Held.HeldOn", today).Fill("Held.Way", "Phone").SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);

        const string Written = "Två rader <b>om</b>\nhur det går, مرحبا";
        var refused = await other.Fill("Held.HeldOn", today).Fill("Held.Way", "Phone").Fill("Held.Safety", Written).SubmitOnceAsync();
        refused.ShouldRefuse("ContactNotOpen").ShouldShow("What you wrote is not saved");
        refused.Document.QuerySelector("#typed-and-gone")!.ParentElement!.TextContent.ShouldContain("hur det går, مرحبا");
        refused.Document.QuerySelectorAll("[aria-labelledby=typed-and-gone] p").Length.ShouldBe(2);
    }

    private static async Task<(string Path, DateOnly? Contact)> PathAsync(WalkWorld world, Edited form)
    {
        var id = world.Cases[form.Case];
        var contact = await world.WithDbAsync(db =>
            db.Set<FollowUpContact>()
                .Where(c => c.CaseId == id && c.State == ContactState.Planned)
                .OrderByDescending(c => c.PlannedOn)
                .FirstOrDefaultAsync()
        );
        var addresses = (await WalkAddresses.OfAsync(world, id)).With("contactId", (contact?.Id ?? Guid.Empty).ToString());
        return (addresses.Of("cases/{caseId:guid}/" + form.Route), contact?.PlannedOn);
    }

    private static string FieldOf(WalkWorld world, Edited form)
    {
        if (!Enum.TryParse<FormKind>(form.Field, out var kind))
        {
            return form.Field;
        }

        var section = world.Services.GetRequiredService<ProgrammeCatalogue>().Get("amp-2018").Form(kind).Sections[0];
        return PostedSection.NameOf(section.Fields.First(f => f.Kind is FieldKind.Text or FieldKind.LongText).Id);
    }

    private static async Task<PageForm> OpenAsync(PageClient client, string path, Edited form, string field) =>
        (await client.GetAsync(path)).ShouldBeOk().Form(Selector(form, field));

    private static string Selector(Edited form, string field) => form.Form ?? $"main [name='{field}']";

    private static void Fill(PageForm page, Edited form, string field, string value)
    {
        page.Fill(field, value);
        foreach (var (also, what) in form.Also)
        {
            page.Fill(also, what);
        }
    }

    private static string Value(string value, string? shown, DateOnly? contact) =>
        value[0] != '@'
            ? value
            : Dates.Iso(
                (
                    DateOnly.TryParseExact(shown, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : contact!.Value
                ).AddDays(int.Parse(value[1..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))
            );

    // The second reads English where a day is at stake.
    private static string Reads(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"))
            : value;
}
