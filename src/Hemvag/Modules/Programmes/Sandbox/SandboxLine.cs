using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Programmes.Sandbox;

/// <summary>One line of money in the invented case, in minor units.</summary>
/// <param name="Instalments">Empty where payments follow the need.</param>
internal sealed record SandboxLine(
    SandboxBeneficiary Beneficiary,
    EntitlementCategory Category,
    long CeilingMinor,
    long PaidMinor,
    IReadOnlyList<long> Instalments
)
{
    public long LeftMinor => CeilingMinor - PaidMinor;

    /// <summary>The amount of a payment; null when there is no such instalment, or nothing is left.</summary>
    public long? Of(SandboxAmount amount) =>
        amount switch
        {
            SandboxAmount.Instalment => Instalments.Count > 0 && Instalments[0] <= LeftMinor ? Instalments[0] : null,
            SandboxAmount.Rest => LeftMinor > 0 ? LeftMinor : null,
            _ => LeftMinor + 1,
        };

    public static IReadOnlyList<SandboxLine> For(EntitlementSet set) =>
        [
            .. set.Lines.Select(line => new SandboxLine(
                SandboxBeneficiary.Adult,
                line.Category,
                line.CeilingMinor,
                0,
                EntitlementRules.AdultInstalmentsMinor(line)
            )),
            .. set.Lines.Select(line => new SandboxLine(
                SandboxBeneficiary.Child,
                line.Category,
                EntitlementRules.ChildCeilingMinor(set, line.Category) ?? 0,
                0,
                EntitlementRules.ChildInstalmentsMinor(set, line)
            )),
        ];
}
