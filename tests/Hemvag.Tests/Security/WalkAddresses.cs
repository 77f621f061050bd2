using System.Text.RegularExpressions;
using Hemvag.Demo;
using Hemvag.Modules.Accounts.Passkeys;
using Hemvag.Modules.Assessments.Risks;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Disclosures.WithoutConsent;
using Hemvag.Modules.Cases.Guardians;
using Hemvag.Modules.Cases.Withdrawals;
using Hemvag.Modules.CashSupport.Import.Keeping;
using Hemvag.Modules.Children.Accompanying;
using Hemvag.Modules.Children.Minors;
using Hemvag.Modules.Consultations.Links;
using Hemvag.Modules.Consultations.Threads;
using Hemvag.Modules.FollowUp.Contacts;
using Hemvag.Modules.Helpline.Enquiries;
using Hemvag.Modules.Helpline.SupportLine;
using Hemvag.Modules.Justice.Proceedings;
using Hemvag.Modules.Justice.Trials;
using Hemvag.Modules.Money.Payments;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Reintegration.Plans;
using Hemvag.Modules.Travel.Checks;
using Hemvag.Modules.Travel.Costs;
using Hemvag.Modules.Travel.Legs;
using Hemvag.Modules.Travel.Packages;
using Hemvag.Modules.Travel.Papers;
using Hemvag.Modules.Versions.Drafts;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hemvag.Tests.Security;

/// <summary>Turns routes into addresses of a case: its own id, one child of each kind, one word for each part that is a word.</summary>
internal sealed partial class WalkAddresses
{
    private static readonly string[] Children =
    [
        "contactId",
        "paymentId",
        "consentId",
        "itemId",
        "riskId",
        "requestId",
        "proceedingId",
        "journeyId",
        "childId",
        "guardianId",
        "legId",
        "paperId",
        "embassyId",
        "costId",
        "packageId",
    ];
    private readonly Dictionary<string, string> values;

    private WalkAddresses(Dictionary<string, string> values) => this.values = values;

    public static Guid Nowhere { get; } = Guid.Parse("01900000-0000-7000-8000-000000000001");

    /// <summary>Whether the page is about a passkey: there is one, of <see cref="WalkWorld.PasskeyOwner"/>.</summary>
    public static bool IsOfPasskey(RoutedHandler handler) => handler.Route.Contains("{passkeyId", StringComparison.Ordinal);

    public static bool HasChild(RoutedHandler handler) => Children.Any(c => handler.Route.Contains($"{{{c}", StringComparison.Ordinal));

    /// <summary>Whether the case has the child that the route asks for.</summary>
    public bool Covers(RoutedHandler handler) =>
        (!handler.Route.EndsWith("/minor", StringComparison.Ordinal) || values["minorId"] != Nowhere.ToString())
        && Children.All(c => !handler.Route.Contains($"{{{c}", StringComparison.Ordinal) || values[c] != Nowhere.ToString());

    /// <param name="code">The account that walks: of the questions without a case it is shown one of its own.</param>
    public static async Task<WalkAddresses> OfAsync(WalkWorld world, Guid caseId, string? code = null)
    {
        var words = Words(world);
        words["consultationId"] = ((code is null ? null : await QuestionOfAsync(world, code)) ?? Nowhere).ToString();
        words["importId"] = ((code is null ? null : await ImportOfAsync(world, code)) ?? Nowhere).ToString();
        words["enquiryId"] = (await EnquiryAsync(world)).ToString();
        words["talkId"] = ((code is null ? null : await TalkOfAsync(world, code)) ?? Nowhere).ToString();
        words["draftId"] = (await world.WithDbAsync(db => db.Set<ProgrammeDraft>().SingleAsync())).Id.ToString();
        words["programmeId"] = "amp-2018";
        words["caseId"] = caseId.ToString();
        foreach (var (name, id) in await ChildrenAsync(world, caseId))
        {
            words[name] = (id ?? Nowhere).ToString();
        }

        words["passkeyId"] = (await world.WithDbAsync(db => db.Set<AccountPasskey>().SingleAsync())).Id.ToString();

        return new WalkAddresses(words);
    }

    // One that waits to be called back has every form.
    private static Task<Guid> EnquiryAsync(WalkWorld world) =>
        world.WithDbAsync(db =>
            db.Set<HelplineEnquiry>().Where(e => e.CallBackOn != null).OrderByDescending(e => e.HappenedAt).Select(e => e.Id).FirstAsync()
        );

    private static Task<Guid?> ImportOfAsync(WalkWorld world, string code)
    {
        var me = DemoAccounts.IdOf(code);
        return world.WithDbAsync(db => db.Set<CashImport>().Where(i => i.OfficerId == me).Select(i => (Guid?)i.Id).FirstOrDefaultAsync());
    }

    private static Task<Guid?> TalkOfAsync(WalkWorld world, string code)
    {
        var me = DemoAccounts.IdOf(code);
        return world.WithDbAsync(db =>
            db.Set<SupportTalk>().Where(t => t.LoggedBy == me).OrderBy(t => t.Id).Select(t => (Guid?)t.Id).FirstOrDefaultAsync()
        );
    }

    // One to IOM Finland that lives, where there is one: it has every page.
    private static Task<Guid?> QuestionOfAsync(WalkWorld world, string code)
    {
        var me = DemoAccounts.IdOf(code);
        return world.WithDbAsync(db =>
            db.Set<Consultation>()
                .Where(c => c.AskedBy == me || c.TakenBy == me)
                .OrderBy(c => c.EndedAt != null)
                .ThenBy(c => c.RecipientId != IomFinland.Id)
                .ThenBy(c => c.Id)
                .Select(c => (Guid?)c.Id)
                .FirstOrDefaultAsync()
        );
    }

    /// <summary>This case's address with the children of another.</summary>
    public WalkAddresses WithChildrenOf(WalkAddresses other)
    {
        var mixed = new Dictionary<string, string>(values, StringComparer.Ordinal);
        foreach (var child in Children)
        {
            mixed[child] = other.values[child];
        }

        return new WalkAddresses(mixed);
    }

    public WalkAddresses With(string name, string value) => new(new Dictionary<string, string>(values, StringComparer.Ordinal) { [name] = value });

    public string this[string name] => values[name];

    public string Of(RoutedHandler handler) => Of(handler.Route) + (handler.Name is null ? "" : $"?handler={handler.Name}");

    /// <summary>Every section has the route's own word from its own form.</summary>
    public string Of(string route) =>
        "/"
        + Parameter()
            .Replace(
                route,
                match => match.Groups["name"].Value == "section" ? values[$"section:{route.Split('/')[2]}"] : values[match.Groups["name"].Value]
            );

    private static Dictionary<string, string> Words(WalkWorld world)
    {
        var programme = world.Services.GetRequiredService<ProgrammeCatalogue>().Get("amp-2018");
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["section:application"] = programme.Form(FormKind.Application).Sections[0].Id,
            ["section:needs"] = programme.Form(FormKind.NeedsInventory).Sections[0].Id,
            ["section:health"] = programme.Form(FormKind.HealthAssessment).Sections[0].Id,
            ["part"] = $"{programme.TravelArrangements[0].Kind}",
            ["check"] = nameof(TravelCheckKind.TransitVisa),
            ["party"] = nameof(PlanParty.IomFinland),
            ["recipient"] = nameof(PackageRecipient.Escort),
            ["token"] = new string('A', 27),
            ["milestone"] = nameof(MilestoneKind.Booked),
            ["step"] = CaseLinks.Plan,
            ["purpose"] = nameof(ConsentPurpose.ExchangeWithIom),
            ["provider"] = WalkWorld.Provider,
            ["version"] = "amp-2014",
            ["id"] = DemoAccounts.IdOf("national-1").ToString(),
        };
    }

    private static Task<List<(string Name, Guid? Id)>> ChildrenAsync(WalkWorld world, Guid caseId) =>
        world.WithDbAsync(async db => new List<(string, Guid?)>
        {
            ("contactId", (await db.Set<FollowUpContact>().Where(x => x.CaseId == caseId).OrderBy(x => x.Id).FirstOrDefaultAsync())?.Id),
            ("paymentId", (await db.Set<Payment>().Where(x => x.CaseId == caseId).OrderBy(x => x.Id).FirstOrDefaultAsync())?.Id),
            ("consentId", (await db.Set<Consent>().Where(x => x.CaseId == caseId).OrderBy(x => x.Id).FirstOrDefaultAsync())?.Id),
            ("itemId", (await db.Set<PlanItem>().Where(x => x.CaseId == caseId).OrderBy(x => x.Id).FirstOrDefaultAsync())?.Id),
            ("fileId", (await db.Set<SealedFile>().Where(x => x.CaseId == caseId).OrderBy(x => x.Id).FirstOrDefaultAsync())?.Id),
            ("answerId", (await db.Set<RecipientAnswer>().Where(x => x.CaseId == caseId).OrderBy(x => x.Id).FirstOrDefaultAsync())?.Id),
            ("requestId", (await db.Set<DisclosureRequest>().Where(x => x.CaseId == caseId).OrderBy(x => x.Id).FirstOrDefaultAsync())?.Id),
            ("linkId", (await db.Set<OneTimeLink>().Where(x => x.CaseId == caseId).OrderBy(x => x.Id).FirstOrDefaultAsync())?.Id),
            ("proceedingId", (await db.Set<Proceeding>().Where(x => x.CaseId == caseId).OrderBy(x => x.Number).FirstOrDefaultAsync())?.Id),
            ("journeyId", (await db.Set<JourneyHelp>().Where(x => x.CaseId == caseId).OrderBy(x => x.Id).FirstOrDefaultAsync())?.Id),
            ("childId", (await db.Set<AccompanyingChild>().Where(x => x.CaseId == caseId).OrderBy(x => x.Ordinal).FirstOrDefaultAsync())?.Id),
            ("guardianId", (await db.Set<Guardian>().Where(x => x.CaseId == caseId).OrderBy(x => x.Number).FirstOrDefaultAsync())?.Id),
            ("minorId", (await db.Set<UnaccompaniedMinor>().FirstOrDefaultAsync(x => x.CaseId == caseId))?.Id),
            ("legId", (await db.Set<Leg>().Where(x => x.CaseId == caseId).OrderBy(x => x.Id).FirstOrDefaultAsync())?.Id),
            ("paperId", (await db.Set<TravelPaper>().Where(x => x.CaseId == caseId).OrderBy(x => x.Id).FirstOrDefaultAsync())?.Id),
            ("embassyId", (await db.Set<Embassy>().Where(x => x.CaseId == caseId).OrderBy(x => x.Id).FirstOrDefaultAsync())?.Id),
            ("costId", (await db.Set<TravelCost>().Where(x => x.CaseId == caseId).OrderBy(x => x.Id).FirstOrDefaultAsync())?.Id),
            ("packageId", (await db.Set<Package>().Where(x => x.CaseId == caseId).OrderBy(x => x.Id).FirstOrDefaultAsync())?.Id),
            ("riskId", (await db.Set<RiskRow>().Where(x => x.CaseId == caseId).OrderBy(x => x.Id).FirstOrDefaultAsync())?.Id),
        });

    [GeneratedRegex(@"\{(?<name>\w+)(:\w+)?\??\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();
}
