namespace Hemvag.Modules.Justice;

/// <summary>Where a proceeding is held. In clear; no country is named.</summary>
internal enum ProceedingSide
{
    Sweden,
    HomeCountry,
}

/// <summary>How far a proceeding has come. In clear; not from the seeds.</summary>
internal enum ProceedingStage
{
    Reported,
    Investigation,
    Prosecution,
    MainHearing,
    Appeal,

    /// <summary>Damages, or compensation from the state.</summary>
    Compensation,
    Ended,
}

/// <summary>Who told the person.</summary>
internal enum ToldBy
{
    Coordinator,
    IomFinland,
    Counsel,

    /// <summary>Police, prosecutor or court.</summary>
    Authority,
}

/// <summary>How the person was told; always by the person's rules for safe contact.</summary>
internal enum ToldWay
{
    Phone,
    Visit,
    VideoCall,
    AgreedMessage,
}

/// <summary>Who tells the person next.</summary>
internal enum Teller
{
    Coordinator,
    IomFinland,
}

/// <summary>What the person wants about taking part in a trial in Sweden. Nobody is pressed to take part.</summary>
internal enum TrialWish
{
    HasNotDecided,
    TakesPartInPerson,
    TakesPartByVideo,
    DoesNotTakePart,
}

internal enum TrialCostKind
{
    Travel,
    Stay,
    Interpreter,
    Protection,
    LostIncome,
    Other,
}

/// <summary>Who bears a cost of taking part. Not from the seeds.</summary>
internal enum CostBearer
{
    NotSettled,
    Court,
    Police,
    Prosecutor,
    Municipality,
    Programme,
}

internal enum JourneyLeg
{
    Outward,
    Return,
}
