namespace Hemvag.Modules.Cases;

/// <summary>The sections of a case, in order, each with the address it opens and what it takes to see it.</summary>
internal static class CaseTabs
{
    private static readonly (string Page, string Key, CaseAction Needs)[] All =
    [
        ("", "Tab.Overview", CaseAction.SeeCase),
        (CaseLinks.Person, "Tab.Person", CaseAction.SeePerson),
        (CaseLinks.Consent, "Tab.Consent", CaseAction.SeeConsents),
        (CaseLinks.Cash, "Tab.Cash", CaseAction.SeeCash),
        (CaseLinks.Assessment, "Tab.Assessment", CaseAction.SeeAssessment),
        (CaseLinks.Application, "Tab.Application", CaseAction.SeeApplication),
        (CaseLinks.Travel, "Tab.Travel", CaseAction.SeeTravel),
        (CaseLinks.Plan, "Tab.Plan", CaseAction.SeePlanAndMoney),
        (CaseLinks.FollowUp, "Tab.FollowUp", CaseAction.SeeFollowUp),
        (CaseLinks.Justice, "Tab.Justice", CaseAction.SeeJustice),
        (CaseLinks.Documents, "Tab.Documents", CaseAction.SeeDocuments),
        (CaseLinks.Seen, "Tab.Seen", CaseAction.SeeTrail),
    ];

    /// <summary>The tab a page belongs to, by the first part of its address within the case.</summary>
    public static string KeyOf(string page) =>
        page.Split('/')[0] switch
        {
            CaseLinks.Eligibility or CaseLinks.Information or CaseLinks.Risks or CaseLinks.Needs or CaseLinks.Health or "investigation" =>
                "Tab.Assessment",
            CaseLinks.Children or CaseLinks.Guardians or CaseLinks.Minor => "Tab.Person",
            CaseLinks.Referral => "Tab.Application",
            CaseLinks.Money => "Tab.Plan",
            var first => All.FirstOrDefault(t => t.Page == first).Key ?? "",
        };

    /// <summary>Whether this account may open the section a page belongs to.</summary>
    public static bool MaySee(CaseHandle handle, string page)
    {
        var key = KeyOf(page);
        return All.Any(t => t.Key == key && handle.May(t.Needs));
    }

    /// <summary>The tabs this account may open; the others are not there.</summary>
    public static IReadOnlyList<(string Path, string Key)> For(CaseHandle handle) =>
        [
            // What is paid of cash support is reached from its decision: there is no plan.
            .. All.Where(t => handle.May(t.Needs) && (t.Page != CaseLinks.Plan || !handle.May(CaseAction.SeeCash)))
                .Select(t => (CaseLinks.To(handle.CaseId, t.Page), t.Key)),
        ];
}
