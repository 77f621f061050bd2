namespace Hemvag.Modules.Programmes;

/// <summary>What a consent is for; each has a versioned wording in the programme version.</summary>
internal enum ConsentPurpose
{
    /// <summary>That the authority contacts the coordinator of the region (S1.37).</summary>
    FirstContact,

    /// <summary>That personal information is exchanged with IOM (S1.44).</summary>
    ExchangeWithIom,

    /// <summary>That named Swedish authorities exchange information (S1.75).</summary>
    ExchangeBetweenSwedishAuthorities,

    /// <summary>That a named local office or partner in the country of return is told (S1.54).</summary>
    ContactWithLocalOffice,

    /// <summary>That IOM sends progress notes to named Swedish partners (S0.22).</summary>
    ProgressNotesToSwedishPartners,

    /// <summary>That the local office keeps contact after return (S1.71, S4.11).</summary>
    ContactAfterReturn,

    /// <summary>That IOM Finland and named Swedish authorities follow legal proceedings with the person, also after the case is closed (S4.12).</summary>
    AccessToJustice,
}
