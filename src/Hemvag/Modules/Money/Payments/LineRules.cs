using Hemvag.Data;
using Hemvag.Modules.Money.Entitlements;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Money.Payments;

/// <summary>What the programme version allows a line to be used for: purpose, mode, instalments.</summary>
internal static class LineRules
{
    /// <summary>The line of the version, as it holds for whom the entitlement is.</summary>
    public static EntitlementDefinition Of(ProgrammeVersion programme, Entitlement entitlement)
    {
        var set = programme.Entitlements;
        var line =
            EntitlementRules.Line(set, entitlement.Category)
            ?? throw new InvalidOperationException($"{programme.Id} has no line {entitlement.Category}.");
        return entitlement.IsOfChild ? EntitlementRules.OfChild(set, line) : line;
    }

    /// <exception cref="RefusedException">AmountMissing, ModeNotAllowed, PurposeNotAllowed, InstalmentMissing, InstalmentAmountFixed.</exception>
    public static void Check(EntitlementDefinition line, PaymentOrder order)
    {
        CheckMode(line, order.Mode);
        CheckPurpose(line, order);
        if (line.Instalments is { } plan)
        {
            CheckInstalment(plan, order);
        }
        else if (order.Month is not null)
        {
            throw new RefusedException(MoneyRefusals.InstalmentMissing, "Input.Months");
        }

        if (order.AmountMinor <= 0)
        {
            throw new RefusedException(MoneyRefusals.AmountMissing, "Input.Amount");
        }
    }

    public static void CheckMode(EntitlementDefinition line, PaymentMode mode)
    {
        if (!line.Modes.Contains(mode))
        {
            throw new RefusedException(MoneyRefusals.ModeNotAllowed, "Input.Mode");
        }
    }

    private static void CheckPurpose(EntitlementDefinition line, PaymentOrder order)
    {
        var inPlan = order.PlanItem is { } item && item.Category == line.Category && item.Purpose == order.Purpose;
        var allowed = order.Purpose is { } purpose ? inPlan || line.Purposes.Contains(purpose) : line.Instalments is not null;
        if (!allowed || (order.PlanItem is not null && !inPlan))
        {
            throw new RefusedException(MoneyRefusals.PurposeNotAllowed, "Input.Purpose");
        }
    }

    private static void CheckInstalment(InstalmentPlan plan, PaymentOrder order)
    {
        if (order.Month is not { } month || month < 1 || month > plan.Count)
        {
            throw new RefusedException(MoneyRefusals.InstalmentMissing, "Input.Months");
        }

        if (order.AmountMinor != plan.AmountMinor)
        {
            throw new RefusedException(MoneyRefusals.InstalmentAmountFixed, "Input.Amount");
        }
    }
}
