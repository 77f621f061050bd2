using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Versions.Drafts;

/// <summary>Who makes versions and who publishes them (not from the seeds; the donor coordinates the programme, S4.13, and IOM Finland answers for its money, S1.64).</summary>
internal static class DraftRoles
{
    public static bool Owns(CurrentAccount account) => account.Is(Role.NationalCoordination);

    public static bool Sees(CurrentAccount account) => account.Is(Role.NationalCoordination) || account.Is(Role.IomApprover);
}
