namespace Hemvag.Modules.Helpline.Enquiries;

/// <summary>The ways an enquiry comes in (S4.23).</summary>
internal enum HelplineChannel
{
    Phone,
    WhatsApp,
    Viber,
}

/// <summary>The languages of the helpline (S4.24).</summary>
internal enum HelplineLanguage
{
    English,
    Arabic,
    KurdishSorani,
    KurdishKurmanji,
    Farsi,
    Dari,
    Tajik,

    /// <summary>Someone called in another one: what happened can be recorded (not from the seeds).</summary>
    Another,
}

/// <summary>What was asked about (closed list, not from the seeds).</summary>
internal enum HelplineTopic
{
    HowToApply,
    WhoCanGetIt,
    Decision,
    Journey,
    Payment,
    LocalOffice,
    Documents,
    AfterReturn,
    Complaint,
    SomethingElse,
}

/// <summary>What came of the enquiry.</summary>
internal enum HelplineOutcome
{
    Answered,
    CallBack,
}

/// <summary>What came of calling back.</summary>
internal enum CallBackResult
{
    Reached,

    /// <summary>Nobody answered; it is tried again on another day.</summary>
    Tried,

    /// <summary>Someone decided that it is not tried any more.</summary>
    GivenUp,
}
