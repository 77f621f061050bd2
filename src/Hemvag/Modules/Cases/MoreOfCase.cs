using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Cases;

/// <summary>Pages of a case that no tab holds, each with what it takes to be there; those of modules above by the last part of their address.</summary>
internal static class MoreOfCase
{
    private static readonly (string Page, string Key, CaseAction Needs)[] All =
    [
        ("questions", "More.Questions", CaseAction.SeePerson),
        ("links", "More.Links", CaseAction.MakeLink),
        ("hand-over", "More.HandOver", CaseAction.HandToRegion),
    ];

    /// <summary>Those this account may open.</summary>
    public static IReadOnlyList<(string Path, string Key)> For(CaseHandle handle) =>
        [
            .. All.Where(m => handle.May(m.Needs) && (m.Needs != CaseAction.HandToRegion || CanStillGo(handle.Case)))
                .Select(m => (CaseLinks.To(handle.CaseId, m.Page), m.Key)),
        ];

    // Once it is referred it stays with the region.
    private static bool CanStillGo(Case @case) => @case.ClosedAt is null && !@case.Has(MilestoneKind.Referred);
}
