using Hemvag.Auditing;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Money.Entitlements;

internal sealed record EntitlementOpened(Guid EntitlementId, Guid BeneficiaryId, EntitlementCategory Category, long CeilingMinor, string Currency)
    : IEvent;

/// <summary>Part of a line was paid before the case was entered here.</summary>
internal sealed record EntitlementPaidBefore(Guid EntitlementId, long AmountMinor, string Currency) : IEvent;
