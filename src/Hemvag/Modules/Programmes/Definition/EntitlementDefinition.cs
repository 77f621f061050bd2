namespace Hemvag.Modules.Programmes.Definition;

/// <summary>A line of support for one adult.</summary>
/// <param name="CeilingMinor">Ceiling in minor units, more than zero.</param>
/// <param name="Instalments">Equal instalments that sum to the ceiling; null where payments follow the need.</param>
/// <param name="IfNeeded">True where the seed says "if needed" (S1.68).</param>
internal sealed record EntitlementDefinition(
    EntitlementCategory Category,
    Bilingual Text,
    long CeilingMinor,
    bool IfNeeded,
    IReadOnlyList<PaymentMode> Modes,
    IReadOnlyList<SupportPurpose> Purposes,
    IReadOnlyList<string> Source,
    InstalmentPlan? Instalments = null
);
