using Hemvag.Sealing;

namespace Hemvag.Modules.Cases;

/// <summary>Pages of a case that no tab holds, each with what it takes to be there; those of modules above by the last part of their address.</summary>
internal static class MoreOfCase
{
    private static readonly (string Page, string Key, CaseAction Needs)[] All =
    [
        (CaseLinks.Notes, "More.Notes", CaseAction.KeepNotes),
        (CaseLinks.Children, "More.Children", CaseAction.SeeChildren),
        (CaseLinks.Guardians, "More.Guardians", CaseAction.SeeChildren),
        (CaseLinks.Minor, "More.Minor", CaseAction.SeeChildren),
        ("questions", "More.Questions", CaseAction.SeePerson),
        ("links", "More.Links", CaseAction.MakeLink),
        ("hand-over", "More.HandOver", CaseAction.HandToRegion),
        ("programme", "More.Programme", CaseAction.MoveProgramme),
    ];

    /// <summary>Those this account may open.</summary>
    public static IReadOnlyList<(string Path, string Key)> For(CaseHandle handle) =>
        [.. All.Where(m => handle.May(m.Needs) && IsThere(handle, m.Page, m.Needs)).Select(m => (CaseLinks.To(handle.CaseId, m.Page), m.Key))];

    private static bool IsThere(CaseHandle handle, string page, CaseAction needs) =>
        needs switch
        {
            CaseAction.HandToRegion or CaseAction.MoveProgramme => handle.Case.ClosedAt is null,
            CaseAction.KeepNotes => handle.MayOpen(Compartment.Notes),
            CaseAction.SeeChildren => page != CaseLinks.Minor || handle.Case.Minor is not null,
            _ => true,
        };
}
