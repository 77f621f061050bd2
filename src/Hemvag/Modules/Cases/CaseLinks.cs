using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Cases;

/// <summary>Addresses of the pages of a case. Modules above are named by the last part of the address alone.</summary>
internal static class CaseLinks
{
    public const string Consent = "consent";
    public const string Person = "person";
    public const string Children = "children";
    public const string Guardians = "guardians";
    public const string Minor = "minor";
    public const string Eligibility = "eligibility";
    public const string Information = "information";
    public const string Risks = "risks";
    public const string Needs = "needs";
    public const string Health = "health";
    public const string Assessment = "assessment";
    public const string Application = "application";
    public const string Referral = "referral";
    public const string Travel = "travel";
    public const string Plan = "plan";
    public const string Money = "money";
    public const string FollowUp = "follow-up";
    public const string Evaluation = FollowUp + "/evaluation";
    public const string Justice = "justice";
    public const string Journeys = "journeys";
    public const string Documents = "documents";
    public const string Seen = "seen";
    public const string Disclosures = "disclosures";
    public const string BrokenGlass = "broken-glass";
    public const string Colleagues = "colleagues";
    public const string Notes = "notes";
    public const string Stop = "stop";
    public const string Close = "close";
    public const string Cash = "cash";

    /// <summary>What is left after a withdrawal.</summary>
    public const string Minimum = "minimum";

    /// <param name="page">One of the names above, with whatever follows; empty for the overview.</param>
    public static string To(Guid caseId, string page = "") => page.Length == 0 ? $"/cases/{caseId:D}" : $"/cases/{caseId:D}/{page}";

    /// <param name="page">What is done with it; empty to read it.</param>
    public static string ToConsent(Guid caseId, Guid consentId, string page = "") =>
        To(caseId, $"{Consent}/{consentId:D}{(page.Length == 0 ? "" : "/" + page)}");

    /// <summary>Where a milestone is set in a case of the kind.</summary>
    public static string PageOf(MilestoneKind milestone, ProgrammeKind kind) =>
        kind == ProgrammeKind.CashSupport && milestone != MilestoneKind.Closed ? Cash : PageOf(milestone);

    /// <summary>Where a milestone of a way home is set.</summary>
    public static string PageOf(MilestoneKind milestone) =>
        milestone switch
        {
            MilestoneKind.FirstContact or MilestoneKind.MatterTaken => "",
            MilestoneKind.EligibilityDecided => CaseLinks.Eligibility,
            MilestoneKind.InformationGiven => CaseLinks.Information,
            MilestoneKind.ApplicationSigned or MilestoneKind.VoluntarinessCertified => CaseLinks.Application,
            MilestoneKind.Referred or MilestoneKind.ReceiptConfirmed or MilestoneKind.SupportAnswered => CaseLinks.Referral,
            MilestoneKind.LocalOfficeContacted
            or MilestoneKind.Booked
            or MilestoneKind.ReadyToTravel
            or MilestoneKind.Departed
            or MilestoneKind.MetOnArrival
            or MilestoneKind.OnwardJourneyDone => CaseLinks.Travel,
            MilestoneKind.PlanAgreed => CaseLinks.Plan,
            MilestoneKind.EntitlementsOpened => CaseLinks.Money,
            MilestoneKind.FollowUpDone => CaseLinks.FollowUp,
            MilestoneKind.Evaluated => CaseLinks.Evaluation,
            MilestoneKind.PresentedHerself or MilestoneKind.CashPaid => CaseLinks.Cash,
            MilestoneKind.Closed => CaseLinks.Close,
        };
}
