namespace Hemvag.Modules.Cases;

/// <summary>Why a person's identity is protected in Sweden. While a case bears one of them, named people alone open Identity and Contact.</summary>
internal enum IdentityProtection
{
    /// <summary>Sekretessmarkering: the population register warns of harm (OSL 22:1).</summary>
    ConfidentialityMark,

    /// <summary>Skyddad folkbokföring: registered in another place (folkbokföringslagen 16–17 a §§, OSL 21:3 a).</summary>
    ProtectedRegistration,
}
