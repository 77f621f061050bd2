using Hemvag.Modules.Accounts;
using Hemvag.Sealing;

namespace Hemvag.Modules.CashSupport.Import.Keeping;

/// <summary>An import that <see cref="CashImportAccess"/> has found this account may know of.</summary>
/// <param name="OfficerIsThere">Whether the one whose import it is still decides at Migrationsverket.</param>
/// <param name="Opened">What the account has open in it now; null when nothing is.</param>
internal sealed record CashImportHandle(
    CurrentAccount Account,
    CashImport Import,
    string? OfficerName,
    bool OfficerIsThere,
    OpenedCompartment? Opened
)
{
    public Guid Id => Import.Id;

    public bool IsOfficer => Import.OfficerId == Account.Id;

    /// <summary>Keys that are gone open for nobody.</summary>
    public bool MayRead => IsOfficer && Import.State != CashImportState.Ended;

    public bool MayTakeOver => !IsOfficer && !OfficerIsThere && Import.State != CashImportState.Ended;
}
