using Hemvag.Data;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Sealing;

namespace Hemvag.Modules.CashSupport.Import.Rows;

/// <summary>
/// What the ordinance says of a decision, told for each row at once, before anything is entered. Entering asks the same again, and has the
/// last word: whoever is there already is known to it alone.
/// </summary>
internal sealed class EntryRules(ProgrammeCatalogue programmes)
{
    /// <summary>What a refusal at entry means for the rows; any other is told by the form that enters one decision.</summary>
    private static readonly Dictionary<Refusal, RowFaultKind> AtEntry = new()
    {
        [CashRefusals.AlreadySupported] = RowFaultKind.AlreadySupported,
        [CashRefusals.MaybeSupported] = RowFaultKind.LooksLikeSomeone,
        [CashRefusals.DecisionEnteredAlready] = RowFaultKind.DecisionEnteredAlready,
        [CashRefusals.NothingToCompare] = RowFaultKind.NothingToCompare,
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

        if (!CashRules.IsOnList(version, entry.CountryCode, entry.DecidedOn))
        {
            first.Add(RowFaultKind.CountryNotOnList, CashColumn.Country);
        }

        if (group.Count > CashRules.LargestFamily)
        {
            first.Add(RowFaultKind.TooManyInFamily, CashColumn.DecisionNumber);
        }

        if (entry.Family.All(p => !CashRules.IsAdult(p.BirthDate, entry.DecidedOn)))
        {
            first.Add(RowFaultKind.NoAdult, CashColumn.BirthDate);
        }

        var ceiling = version.Entitlements.FamilyCeilingMinor ?? long.MaxValue;
        var sum = entry.Family.Sum(p => p.AmountMinor);
        if (sum > ceiling)
        {
            first.Add(RowFaultKind.FamilyCeiling, CashColumn.Amount);
        }

        for (var i = 0; i < group.Count; i++)
        {
            Check(entry.Family[i], entry.DecidedOn, version.Entitlements, group[i], mayBeNothing: sum >= ceiling);
        }
    }

    /// <summary>The fault that a refusal at entry is, and the row of the decision that it belongs to (from 0).</summary>
    public static (int Row, RowFault Fault) FaultOf(RefusedException refused, int rows)
    {
        var kind = AtEntry.GetValueOrDefault(refused.Refusal, RowFaultKind.EnterByHand);
        return (RowOf(refused.Field, rows), new RowFault(kind));
    }

    // "Input.Family[2].AmountMinor"
    private static int RowOf(string? field, int rows)
    {
        var begins = field?.IndexOf('[', StringComparison.Ordinal) ?? -1;
        var ends = field?.IndexOf(']', StringComparison.Ordinal) ?? -1;
        return begins >= 0 && ends > begins && int.TryParse(field.AsSpan(begins + 1, ends - begins - 1), out var row) && row < rows ? row : 0;
    }

    /// <param name="mayBeNothing">The ceiling of the family is reached: nothing is left for the last ones.</param>
    private static void Check(CashPerson person, DateOnly decidedOn, EntitlementSet set, ReadRow row, bool mayBeNothing)
    {
        var isAdult = CashRules.IsAdult(person.BirthDate, decidedOn);
        if (person.Citizenship == CashRules.Sweden)
        {
            row.Add(RowFaultKind.SwedishCitizen, CashColumn.Citizenship);
        }

        if (isAdult && person.Relation == CashRelation.Child)
        {
            row.Add(RowFaultKind.NotAChild, CashColumn.BirthDate);
        }

        if (!MatchTokens.CanTell($"{person.GivenNames} {person.FamilyName}", person.DocumentNumber))
        {
            row.Add(RowFaultKind.NothingToCompare, CashColumn.DocumentNumber);
        }

        if (person.AmountMinor == 0 && !mayBeNothing)
        {
            row.Add(RowFaultKind.NotAnAmount, CashColumn.Amount);
        }
        else if (person.AmountMinor > CashRules.MaximumMinor(set, isAdult))
        {
            row.Add(RowFaultKind.AmountAboveMaximum, CashColumn.Amount);
        }
    }
}
