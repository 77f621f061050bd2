using Hemvag.Modules.Accounts;

namespace Hemvag.Modules.CashSupport.Import.Keeping;

/// <summary>Stands before every page of an import.</summary>
internal sealed class CashImportPageFilter(CashImportAccess access) : AccessPageFilter<CashImportPageModel>("importId")
{
    protected override async Task<bool> FindAsync(CashImportPageModel page, Guid id, CurrentAccount account)
    {
        if (await access.FindAsync(id, account) is not { } found)
        {
            return false;
        }

        page.Handle = found;
        return true;
    }
}

/// <summary>A page of one import: its address holds <c>{importId:guid}</c>. <see cref="CashImportPageFilter"/> has checked access before any handler runs.</summary>
internal abstract class CashImportPageModel : AccountPageModel
{
    internal CashImportHandle Handle { get; set; } = null!;

    internal CashImport Import => Handle.Import;
}
