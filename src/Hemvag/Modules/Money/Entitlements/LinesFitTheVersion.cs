using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Moving;
using Hemvag.Modules.Money.Payments;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Money.Entitlements;

/// <summary>
/// A line that is open stays as it was opened: a version that allows less, or counts in another currency, or has no such line, can't take the
/// case over. Neither can one with other instalments once some are asked for.
/// </summary>
internal sealed class LinesFitTheVersion : IMoveCheck
{
    public async Task<IReadOnlyList<MoveObstacle>> AgainstAsync(HemvagDbContext db, Case @case, ProgrammeVersion target)
    {
        var open = await db.Set<Entitlement>().AsNoTracking().Where(e => e.CaseId == @case.Id).OrderBy(e => e.Category).ToListAsync();
        if (open.Count == 0)
        {
            return [];
        }

        var begun = await db.Set<Payment>().Where(p => p.CaseId == @case.Id && p.Month != null).OrderBy(p => p.Month).ToListAsync();
        return
        [
            .. Named(MoneyRefusals.MoveAboveCeiling, open.Where(line => !Fits(line, target)).Select(line => line.Category)),
            .. Named(
                MoneyRefusals.MoveOtherInstalments,
                open.Where(line =>
                        Fits(line, target)
                        && (begun.Any(p => p.EntitlementId == line.Id && !IsInstalment(p, line, target)) || !KeepsInstalments(line, target))
                    )
                    .Select(line => line.Category)
            ),
        ];
    }

    private static IEnumerable<MoveObstacle> Named(Refusal refusal, IEnumerable<EntitlementCategory> lines)
    {
        var words = lines.Distinct().Select(category => $"EntitlementCategory.{category}").ToList();
        return words.Count == 0 ? [] : [new MoveObstacle(refusal, words)];
    }

    private static bool Fits(Entitlement line, ProgrammeVersion target) =>
        target.Entitlements.Currency == line.Currency && Ceiling(line, target) is { } ceiling && line.CeilingMinor <= ceiling;

    // The adult is named by the case's own id; whoever else has a line has a child's share.
    private static long? Ceiling(Entitlement line, ProgrammeVersion target) =>
        line.BeneficiaryId == line.CaseId
            ? EntitlementRules.AdultCeilingMinor(target.Entitlements, line.Category)
            : EntitlementRules.ChildCeilingMinor(target.Entitlements, line.Category);

    // What was paid before the case was entered here takes whole instalments.
    private static bool KeepsInstalments(Entitlement line, ProgrammeVersion target) =>
        line.PaidBeforeMinor % (EntitlementRules.Line(target.Entitlements, line.Category)!.Instalments?.AmountMinor ?? 1) == 0;

    private static bool IsInstalment(Payment payment, Entitlement line, ProgrammeVersion target)
    {
        var rule = EntitlementRules.Line(target.Entitlements, line.Category)!;
        var plan =
            line.BeneficiaryId == line.CaseId
                ? EntitlementRules.AdultInstalmentsMinor(rule)
                : EntitlementRules.ChildInstalmentsMinor(target.Entitlements, rule);
        return payment.Month <= plan.Count && plan[payment.Month!.Value - 1] == payment.AmountMinor;
    }
}
