using Hemvag.Modules.Cases;

namespace Hemvag.Modules.Money.Entitlements;

/// <summary>The one who acts in an operation, as the rules of money want to know it.</summary>
internal static class Acts
{
    public static MoneyAct Of(CaseWork work) =>
        new(work.Account?.Id ?? throw new InvalidOperationException("Money is moved by people alone."), work.Now, work.Today, work.NewId);
}
