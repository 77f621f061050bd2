using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Reintegration.Plans;

/// <summary>Which line pays an item, and whether the plan fits under the ceilings.</summary>
internal static class PlanRules
{
    /// <summary>Months that can be planned: the two years in which the risk is greatest (S1.10) bound it from above.</summary>
    public const int LastMonth = 24;

    /// <summary>The question the programme leaves open for a purpose; null where a line of its own answers it.</summary>
    public static OpenQuestion? QuestionOf(ProgrammeVersion programme, SupportPurpose purpose) =>
        programme.OpenQuestions.FirstOrDefault(question => question.Purposes.Contains(purpose));

    /// <summary>The purposes of the programme, those of a line and those it leaves open.</summary>
    public static IReadOnlyList<SupportPurpose> Purposes(ProgrammeVersion programme) =>
        [
            .. programme
                .Entitlements.Lines.SelectMany(line => line.Purposes)
                .Concat(programme.OpenQuestions.SelectMany(question => question.Purposes))
                .Distinct()
                .Order(),
        ];

    /// <param name="chosen">The line someone chose; null to take the line the purpose belongs to.</param>
    /// <param name="answered">Who answered the open question is written down.</param>
    /// <exception cref="RefusedException">PlanLineMissing, OpenQuestionNoteMissing, PlanPurposeNotOfLine.</exception>
    public static EntitlementCategory LineFor(ProgrammeVersion programme, SupportPurpose purpose, EntitlementCategory? chosen, bool answered)
    {
        var lines = programme.Entitlements.Lines;
        if (QuestionOf(programme, purpose) is { } question && !lines.Any(line => line.Purposes.Contains(purpose)))
        {
            var category = chosen ?? throw new RefusedException(ReintegrationRefusals.PlanLineMissing, "Input.Category", question.Text.Shown);
            if (lines.All(line => line.Category != category))
            {
                throw new RefusedException(ReintegrationRefusals.PlanPurposeNotOfLine, "Input.Category");
            }

            return answered ? category : throw new RefusedException(ReintegrationRefusals.OpenQuestionNoteMissing, "Input.Note", question.Text.Shown);
        }

        var own = lines.FirstOrDefault(line => line.Purposes.Contains(purpose) && (chosen is null || chosen == line.Category));
        return own?.Category ?? throw new RefusedException(ReintegrationRefusals.PlanPurposeNotOfLine, "Input.Category");
    }

    /// <param name="items">The plan as it would be.</param>
    /// <exception cref="RefusedException">PlanAboveCeiling, naming no figure but the field.</exception>
    public static void RequireWithinCeilings(EntitlementSet set, IEnumerable<PlanItem> items)
    {
        var planned = items.Where(i => i.RemovedIn is null).GroupBy(i => (i.ChildId, i.Category));
        foreach (var group in planned)
        {
            // Added one by one so that huge amounts cannot wrap around.
            var (child, category) = group.Key;
            var left = (child is null ? EntitlementRules.AdultCeilingMinor(set, category) : EntitlementRules.ChildCeilingMinor(set, category)) ?? 0;
            foreach (var item in group)
            {
                left =
                    item.AmountMinor > left
                        ? throw new RefusedException(ReintegrationRefusals.PlanAboveCeiling, "Input.Amount")
                        : left - item.AmountMinor;
            }
        }
    }
}
