using Hemvag.Data;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.CashSupport.Import.Rows;

/// <summary>
/// What the ordinance says of a decision, told for each row at once, before anything is entered. Entering asks the same again, and has the
/// last word: whoever is there already is known to it alone.
/// </summary>
internal sealed class EntryRules(ProgrammeCatalogue programmes)
{
    private const string Sweden = "SE";
    private const int AdultYears = 18;

    /// <summary>What a refusal at entry means for the rows; any other is told by the form that enters one decision.</summary>
    private static readonly Dictionary<string, RowFaultKind> AtEntry = new(StringComparer.Ordinal)
    {
        ["AlreadySupported"] = RowFaultKind.AlreadySupported,
        ["PerhapsSupported"] = RowFaultKind.LooksLikeSomeone,
        ["CountryNotOnList"] = RowFaultKind.CountryNotOnList,
        ["SwedishCitizen"] = RowFaultKind.SwedishCitizen,
        ["CriterionNotMet"] = RowFaultKind.CriterionNotMet,
        ["AmountAboveMaximum"] = RowFaultKind.AmountAboveMaximum,
        ["FamilyCeilingExceeded"] = RowFaultKind.FamilyCeiling,
    };

    public void Check(CashDecisionEntry entry, IReadOnlyList<ReadRow> group)
    {
        var first = group[0];
        if (programmes.FindInForce(entry.DecidedOn, ProgrammeKind.CashSupport) is not { } version)
        {
            first.Add(RowFaultKind.NoRulesThatDay, CashColumn.DecidedOn);
            return;
        }

        if (!entry.ReturnsWithAssistance)
        {
            first.Add(RowFaultKind.CriterionNotMet, CashColumn.ReturnsWithAssistance);
        }

        if (!entry.AppliedInSweden)
        {
            first.Add(RowFaultKind.CriterionNotMet, CashColumn.AppliedInSweden);
        }

        if (version.Eligibility.Countries is { } countries && !countries.Any(c => c.Code == entry.CountryCode && c.Holds(entry.DecidedOn)))
        {
            first.Add(RowFaultKind.CountryNotOnList, CashColumn.Country);
        }

        for (var i = 0; i < group.Count; i++)
        {
            Check(entry.Family[i], entry.DecidedOn, version.Entitlements, group[i]);
        }

        if (version.Entitlements.FamilyCeilingMinor is { } ceiling && entry.Family.Sum(p => p.AmountMinor) > ceiling)
        {
            first.Add(RowFaultKind.FamilyCeiling, CashColumn.Amount);
        }
    }

    /// <summary>The fault that a refusal at entry is, and the row of the decision that it belongs to (from 0).</summary>
    public static (int Row, RowFault Fault) FaultOf(RefusedException refused, int rows)
    {
        var kind = AtEntry.GetValueOrDefault(refused.Refusal.Name, RowFaultKind.EnterByHand);
        return (RowOf(refused.Field, rows), new RowFault(kind));
    }

    // "Input.Family[2].AmountMinor"
    private static int RowOf(string? field, int rows)
    {
        var begins = field?.IndexOf('[', StringComparison.Ordinal) ?? -1;
        var ends = field?.IndexOf(']', StringComparison.Ordinal) ?? -1;
        return begins >= 0 && ends > begins && int.TryParse(field.AsSpan(begins + 1, ends - begins - 1), out var row) && row < rows ? row : 0;
    }

    private static void Check(CashPerson person, DateOnly decidedOn, EntitlementSet set, ReadRow row)
    {
        var isAdult = person.BirthDate.AddYears(AdultYears) <= decidedOn;
        var adult = set.AdultTotalMinor;
        var most = isAdult ? adult : adult * set.ChildShare.Percent / 100;
        if (person.Citizenship == Sweden)
        {
            row.Add(RowFaultKind.SwedishCitizen, CashColumn.Citizenship);
        }

        if (isAdult && person.Relation == CashRelation.Child)
        {
            row.Add(RowFaultKind.NotAChild, CashColumn.BirthDate);
        }

        if (person.AmountMinor <= 0)
        {
            row.Add(RowFaultKind.NotAnAmount, CashColumn.Amount);
        }
        else if (person.AmountMinor > most)
        {
            row.Add(RowFaultKind.AmountAboveMaximum, CashColumn.Amount);
        }
    }
}
