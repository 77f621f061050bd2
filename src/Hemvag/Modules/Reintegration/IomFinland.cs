using Hemvag.Modules.Organisations;

namespace Hemvag.Modules.Reintegration;

/// <summary>The organisation that approves in advance (S1.64).</summary>
internal static class IomFinland
{
    public static readonly Guid Id = StableId.Of("organisation:iom-finland");
}
