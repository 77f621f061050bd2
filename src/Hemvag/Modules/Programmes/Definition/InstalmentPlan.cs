namespace Hemvag.Modules.Programmes.Definition;

/// <summary>Equal monthly instalments in minor units.</summary>
internal sealed record InstalmentPlan(long AmountMinor, int Count);
