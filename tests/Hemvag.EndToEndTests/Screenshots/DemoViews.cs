using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Demo;
using Hemvag.EndToEndTests.Journeys;
using Hemvag.Modules.Assessments.Risks;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Disclosures.WithoutConsent;
using Hemvag.Modules.Cases.Guardians;
using Hemvag.Modules.Cases.Withdrawals;
using Hemvag.Modules.CashSupport.Import.Keeping;
using Hemvag.Modules.Children.Accompanying;
using Hemvag.Modules.Consultations.Threads;
using Hemvag.Modules.FollowUp.Contacts;
using Hemvag.Modules.Helpline.Enquiries;
using Hemvag.Modules.Helpline.SupportLine;
using Hemvag.Modules.Justice.Proceedings;
using Hemvag.Modules.Justice.Trials;
using Hemvag.Modules.Money.Payments;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Reintegration.Plans;
using Hemvag.Modules.Travel.Costs;
using Hemvag.Modules.Travel.Legs;
using Hemvag.Modules.Travel.Packages;
using Hemvag.Modules.Travel.Papers;
using Hemvag.Modules.Versions.Drafts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hemvag.EndToEndTests.Screenshots;

/// <param name="Who">An account of the demo; null is nobody signed in.</param>
/// <param name="Case">Code of one of the demo's cases; null for pages of no case.</param>
/// <param name="Pages">Addresses, behind the case's own where there is one; a word in braces is a row of the case, or a question of the account.</param>
internal sealed record DemoView(string? Who, string? Case, params string[] Pages);

/// <summary>Every page of the demo, each looked at by a role whose task it is.</summary>
internal static class DemoViews
{
    public static IReadOnlyList<DemoView> All { get; } =
    [
        new(null, null, "/sign-in", "/lost-access", "/begin", "/demo", "/link/AAAAAAAAAAAAAAAAAAAAAAAAAAA", "/handed/AAAAAAAAAAAAAAAAAAAAAAAAAAA"),
        new("vast-1", null, "/matters/earlier", "/matters/earlier/amp-2014"),
        new("iom-1", "c15", "follow-up", "follow-up/evaluation", "money"),
        new("vast-1", null, "/", "/inbox", "/matters/new", "/cases", "/cases/find", "/notices", "/organisations", "/links", "/break-glass"),
        new(
            "vast-1",
            null,
            "/account",
            "/account/ways",
            "/account/passkeys/new",
            "/account/sessions",
            "/account/password",
            "/account/cover",
            "/account/calendar"
        ),
        new("vast-1", null, "/account/second-factor", "/account/proof"),
        new("vast-1", null, "/questions", "/questions/new", "/questions/{question}", "/questions/{question}/write", "/questions/{question}/end"),
        new("vast-1", null, "/questions/{question}/case"),
        new("vast-1", "c07", "", "person", "person/identity", "person/contact", "person/protected", "consent", "consent/{consent}/withdraw"),
        new("vast-1", "c07", "consent/{consent}", "consent/{consent}/narrow", "notes", "hand-over", "summary/plan"),
        new("vast-1", "c07", "consent/give/ContactWithLocalOffice", "assessment", "needs", "health", "investigation", "plan", "plan/agree/Person"),
        new("vast-1", "c07", "travel", "travel/will", "seen", "stop", "documents", "colleagues", "disclosures", "disclosures/ask", "links", "met"),
        new("vast-1", "c07", "questions", "broken-glass"),
        new("vast-1", "c08", "", "stop"),
        new("vast-1", "c10", "", "eligibility", "information", "risks", "risks/new", "risks/{risk}", "application", "application/person"),
        new("vast-1", "c10", "application/check", "application/print", "application/certificate", "referral"),
        new("vast-1", "c13", "", "answer", "hand-over"),
        new("vast-1", "c01", "", "follow-up", "close"),
        new("vast-1", "c02", "", "money"),
        new("iom-1", null, "/", "/helpline", "/helpline?place=IQ", "/helpline/new", "/helpline/{enquiry}", "/helpline/counts"),
        new("vast-1", "c02", "justice", "justice/new", "justice/{proceeding}", "justice/{proceeding}/told", "justice/{proceeding}/trial"),
        new("thailand-1", "c02", "journeys/{journey}"),
        new("iom-1", "c09", "", "referral", "referral/support"),
        new("iom-1", "c07", "", "needs/housing", "health/assessment", "plan/items", "plan/items/{item}", "plan/agree/IomFinland", "travel"),
        new("iom-1", "c07", "travel/journey", "travel/arrangements/Flights", "travel/office", "travel/milestones/Booked"),
        new("iom-1", "c07", "travel/packages", "travel/packages/new/Escort", "travel/packages/new/Embassy", "travel/packages/{package}"),
        new("iom-1", "c06", "travel/legs", "travel/legs/new", "travel/legs/{leg}", "travel/checks", "travel/checks/TransitVisa", "travel/papers"),
        new("iom-1", "c06", "travel/papers/{paper}", "travel/embassies/{embassy}", "money/travel-costs", "money/travel-costs/{cost}"),
        new("iom-1", "c05", "travel/today"),
        new("romania-1", "c05", "travel/today", "travel/legs"),
        new("iom-1", null, "/on-duty"),
        new("approver-1", null, "/travel-costs"),
        new("iom-1", "c04", "follow-up/notes", "money/open"),
        new("approver-1", "c04", "money", "money/approve", "money/payments/{payment}"),
        new("moldova-1", "c04", "", "travel", "money", "money/request", "money/request?category=Subsistence", "follow-up", "follow-up/add"),
        new("moldova-1", "c04", "follow-up/end", "follow-up/contacts/{contact}", "end-support"),
        new("stockholm-2", "c14", "disclosures", "disclosures/{request}"),
        new("romania-1", "c14", "minimum"),
        new("stockholm-2", "c16", "children", "children/{child}", "children/{child}/identity", "guardians"),
        new("stockholm-2", "c17", "guardians/{guardian}"),
        new("migration-1", null, "/cash-support", "/cash-support/new", "/cash-support/import", "/cash-support/import/columns"),
        new("migration-1", null, "/cash-support/import/{import}"),
        new("migration-1", "cash-1", "cash", "cash/notice", "cash/recovery"),
        new("migration-1", "cash-4", "cash/end"),
        new("iom-1", null, "/cash-support/confirm", "/cash-support/close"),
        new("iom-1", "cash-4", "cash/receipt"),
        new("iraq-1", "cash-3", "cash/presented"),
        new("iraq-1", "cash-2", "cash/pay"),
        new("stockholm-2", "c17", "minor"),
        new("romania-1", null, "/recipient-answers/{answer}"),
        new("admin-1", null, "/", "/admin/accounts", "/admin/accounts/new", "/admin/accounts/{account}", "/admin/accounts/{account}/cover"),
        new("admin-1", null, "/admin/arbiter", "/admin/organisations", "/admin/organisations/contacts", "/admin/jobs"),
        new("national-1", null, "/met", "/support-line", "/support-line/new", "/support-line/{talk}"),
        new("national-1", null, "/programmes", "/programmes/amp-2018", "/programmes/amp-2018/changes", "/programmes/drafts/new"),
        new("national-1", null, "/programmes/drafts/{draft}", "/programmes/drafts/{draft}/changes", "/programmes/drafts/{draft}/sandbox"),
        new("vast-1", "c10", "programme"),
        new("dpo-1", null, "/retention"),
        new("auditor-1", null, "/", "/trail", "/trail/openings", "/trail/verify"),
    ];

    /// <summary>Where the demo's cases are, by their code.</summary>
    public static async Task<IReadOnlyDictionary<string, Guid>> CasesAsync(DemoTown town) =>
        DemoPersons
            .Cases.OrderByDescending(c => c.StartedDaysAgo)
            .Select(c => c.Code)
            .Zip(await town.CasesAsync())
            .Concat((await town.CasesAsync(ProgrammeKind.CashSupport)).Select((id, index) => ($"cash-{index + 1}", id)))
            .ToDictionary(c => c.Item1, c => c.Item2, StringComparer.Ordinal);

    /// <summary>The address, with the rows it names.</summary>
    public static async Task<string> PathAsync(DemoTown town, DemoView view, string page, IReadOnlyDictionary<string, Guid> cases)
    {
        var path = view.Case is null ? page : CaseLinks.To(cases[view.Case], page);
        if (!path.Contains('{', StringComparison.Ordinal))
        {
            return path;
        }

        var word = path.Split('{', '}')[1];
        await using var db = await town.Services.GetRequiredService<IDbContextFactory<HemvagDbContext>>().CreateDbContextAsync();
        var caseId = view.Case is null ? cases["c14"] : cases[view.Case];
        var me = view.Who is null ? Guid.Empty : DemoAccounts.IdOf(view.Who);
        var id = word switch
        {
            "account" => DemoAccounts.IdOf("vast-2"),
            "question" => await db.Set<Consultation>().Where(c => c.AskedBy == me && c.EndedAt == null).Select(c => c.Id).FirstAsync(),
            "enquiry" => await db.Set<HelplineEnquiry>()
                .Where(e => e.CallBackOn != null)
                .OrderByDescending(e => e.HappenedAt)
                .Select(e => e.Id)
                .FirstAsync(),
            "talk" => await db.Set<SupportTalk>().Where(t => t.LoggedBy == me).OrderBy(t => t.Id).Select(t => t.Id).FirstAsync(),
            "draft" => await db.Set<ProgrammeDraft>().Select(d => d.Id).SingleAsync(),
            "consent" => await db.Set<Consent>().Where(c => c.CaseId == caseId && c.WithdrawnAt == null).Select(c => c.Id).FirstAsync(),
            "payment" => await FirstAsync<Payment>(db, caseId),
            "contact" => await FirstAsync<FollowUpContact>(db, caseId),
            "proceeding" => await db.Set<Proceeding>().Where(p => p.CaseId == caseId && p.Number == 1).Select(p => p.Id).FirstAsync(),
            "journey" => await FirstAsync<JourneyHelp>(db, caseId),
            "risk" => await FirstAsync<RiskRow>(db, caseId),
            "child" => await FirstAsync<AccompanyingChild>(db, caseId),
            "guardian" => await FirstAsync<Guardian>(db, caseId),
            "import" => await db.Set<CashImport>().Where(i => i.OfficerId == me).Select(i => i.Id).FirstAsync(),
            "package" => await FirstAsync<Package>(db, caseId),
            "leg" => await FirstAsync<Leg>(db, caseId),
            "paper" => await FirstAsync<TravelPaper>(db, caseId),
            "embassy" => await FirstAsync<Embassy>(db, caseId),
            "cost" => await FirstAsync<TravelCost>(db, caseId),
            "item" => await FirstAsync<PlanItem>(db, caseId),
            "request" => await FirstAsync<DisclosureRequest>(db, caseId),
            "answer" => await FirstAsync<RecipientAnswer>(db, caseId),
            _ => throw new InvalidOperationException($"{word} names no row."),
        };
        return path.Replace($"{{{word}}}", id.ToString(), StringComparison.Ordinal);
    }

    private static Task<Guid> FirstAsync<TRow>(HemvagDbContext db, Guid caseId)
        where TRow : class, ICaseRow => db.Set<TRow>().Where(r => r.CaseId == caseId).OrderBy(r => r.Id).Select(r => r.Id).FirstAsync();
}
