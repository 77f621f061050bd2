namespace Hemvag.Modules.Cases.Opening;

/// <summary>
/// The tasks a compartment is opened for: the section of the case that asked. A closed list, since the word stands in clear in the trail;
/// what each is called there is a text under <c>Purpose.{word}</c>.
/// </summary>
internal static class OpeningPurposes
{
    /// <summary>A summary is printed with what it opens.</summary>
    public const string Summary = "summary";

    public static readonly IReadOnlyList<string> All =
    [
        CaseLinks.Application,
        CaseLinks.BrokenGlass,
        CaseLinks.Cash,
        CaseLinks.Children,
        CaseLinks.Consent,
        "contact",
        CaseLinks.Disclosures,
        CaseLinks.Documents,
        CaseLinks.Eligibility,
        CaseLinks.FollowUp,
        CaseLinks.Guardians,
        CaseLinks.Health,
        CaseLinks.Information,
        CaseLinks.Journeys,
        CaseLinks.Justice,
        "links",
        "investigation",
        "matter",
        "met",
        CaseLinks.Minor,
        CaseLinks.Money,
        CaseLinks.Needs,
        CaseLinks.Notes,
        CaseLinks.Person,
        CaseLinks.Plan,
        "progress-notes",
        "questions",
        CaseLinks.Referral,
        CaseLinks.Risks,
        Summary,
        CaseLinks.Travel,
    ];

    public static bool Has(string? purpose) => purpose is not null && All.Contains(purpose, StringComparer.Ordinal);
}
