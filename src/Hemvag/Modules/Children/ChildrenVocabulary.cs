namespace Hemvag.Modules.Children;

/// <summary>Who decides that a child may travel along. Not from the seeds.</summary>
internal enum CustodyGround
{
    /// <summary>The person who returns has custody alone.</summary>
    SoleCustodian,

    /// <summary>Every other custodian has said yes.</summary>
    AllCustodiansAgree,

    /// <summary>A court or the social welfare board has decided. The only ground where a custodian is suspected.</summary>
    CompetentDecision,
}

/// <summary>The child's own view of the journey. In clear, since it opens or stops; what the child said is sealed.</summary>
internal enum ChildView
{
    NotAskedYet,
    Yes,

    /// <summary>The child does not travel, whoever else says yes.</summary>
    No,

    /// <summary>Under seven: told, and watched (not from the seeds).</summary>
    TooYoung,
}

/// <summary>How a child is heard depends on its age. Sealed with what it said. The bands are not from the seeds.</summary>
internal enum ChildAge
{
    UnderSeven,
    SevenToFourteen,

    /// <summary>Own yes needed.</summary>
    FifteenToSeventeen,
}

/// <summary>Which country's authority has decided on the best interests of a child who returns alone.</summary>
internal enum DecisionSide
{
    Sweden,
    HomeCountry,
}
