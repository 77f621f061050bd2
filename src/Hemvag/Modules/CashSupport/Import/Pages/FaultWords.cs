using System.Globalization;
using Hemvag.Modules.CashSupport.Import.Rows;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.CashSupport.Import.Pages;

/// <summary>What is wrong with a row, as a sentence that says what to do.</summary>
internal sealed class FaultWords(IStringLocalizer<CashImportTexts> texts)
{
    public static bool Swedish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "sv";

    public string Of(RowFault fault)
    {
        var column = fault.Column is { } c ? CashColumns.Heading(c, Swedish) : "";
        return texts[$"RowFaultKind.{fault.Kind}", column, fault.OtherRow?.ToString(CultureInfo.InvariantCulture) ?? "–"];
    }

    public string Of(IEnumerable<RowFault> faults) => string.Join(' ', faults.Select(Of));
}
