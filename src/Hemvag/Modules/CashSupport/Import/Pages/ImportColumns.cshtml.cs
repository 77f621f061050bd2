using Hemvag.Modules.Accounts;
using Hemvag.Modules.CashSupport.Import.Rows;
using Hemvag.Modules.Programmes;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.CashSupport.Import.Pages;

/// <summary>What a file of decisions holds, column by column, and a template with the headings.</summary>
[ForRoles(Role.MigrationOfficer)]
internal sealed class ImportColumnsModel : AccountPageModel
{
    public void OnGet() { }

    /// <param name="language">Of the headings: "en", else Swedish.</param>
    public IActionResult OnGetTemplate(string? language) =>
        File(DecisionFile.Template(swedish: language != "en"), DecisionFile.ContentType, language == "en" ? "decisions.csv" : "beslut.csv");

    internal static string HeadingOf(CashColumnEntry column) => CashColumns.Heading(column.Column, FaultWords.Swedish);

    internal static string WordsOf(CashColumnEntry column) => string.Join(", ", RowWords.WordsFor(column.Column));
}
