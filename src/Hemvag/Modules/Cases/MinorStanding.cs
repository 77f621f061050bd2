namespace Hemvag.Modules.Cases;

/// <summary>Who answers for a person who returns alone and is under 18 (domain-facts §4.2).</summary>
internal enum MinorStanding
{
    /// <summary>The social services in Sweden, until the authority at home has taken over.</summary>
    SwedenResponsible,

    /// <summary>The authority at home.</summary>
    TakenOver,
}
