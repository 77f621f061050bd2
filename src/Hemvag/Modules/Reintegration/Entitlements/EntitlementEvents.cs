using Hemvag.Auditing;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Reintegration.Entitlements;

internal sealed record EntitlementOpened(Guid EntitlementId, Guid BeneficiaryId, EntitlementCategory Category, long CeilingMinor, string Currency)
    : IEvent;
