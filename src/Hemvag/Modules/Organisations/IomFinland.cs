namespace Hemvag.Modules.Organisations;

/// <summary>The organisation that prepares the journey (S1.53) and approves in advance (S1.64); one of the shipped list.</summary>
internal static class IomFinland
{
    public const string Code = "iom-finland";

    public static readonly Guid Id = StableId.Of("organisation:" + Code);
}
