namespace Hemvag.Modules.CashSupport.Import.Pages;

/// <summary>Addresses of the pages of imports.</summary>
internal static class ImportPlaces
{
    public const string List = "/cash-support/import";
    public const string Columns = "/cash-support/import/columns";

    public static string To(Guid id) => $"/cash-support/import/{id:D}";
}
