using Hemvag.Data;

namespace Hemvag.Modules.Helpline.Enquiries;

/// <summary>
/// One enquiry to the helpline (S4.23). It holds closed choices and no text, no number and no name; nor does it know of a case: the case
/// knows of it (<see cref="HelplineLink"/>).
/// </summary>
internal sealed class HelplineEnquiry : IChainedRow
{
    public required Guid Id { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime HappenedAt { get; init; }

    public required HelplineChannel Channel { get; init; }

    public required HelplineLanguage Language { get; init; }

    public required HelplineTopic Topic { get; init; }

    public required HelplineOutcome Outcome { get; init; }

    /// <summary>The day that was promised; set when somebody is to call back.</summary>
    public required DateOnly? CallBackOn { get; init; }

    public required Guid LoggedBy { get; init; }

    public required DateTime LoggedAt { get; init; }

    public string ChainStream => Streams.Helpline;

    public HelplineEnquiryLogged Logged() => new(Id, HappenedAt, Channel, Language, Topic, Outcome, CallBackOn);
}

/// <summary>One act of calling back.</summary>
internal sealed class HelplineAttempt : IChainedRow
{
    public required Guid Id { get; init; }

    public required Guid EnquiryId { get; init; }

    public required CallBackResult Result { get; init; }

    public required DateOnly? NextOn { get; init; }

    public required Guid AttemptedBy { get; init; }

    public required DateTime AttemptedAt { get; init; }

    public string ChainStream => Streams.Helpline;
}

/// <summary>A row that was taken back. Its id is the enquiry's, so that none is taken back twice.</summary>
internal sealed class HelplineReversal : IChainedRow
{
    public required Guid Id { get; init; }

    public required LogReversalReason Reason { get; init; }

    public required Guid TakenBackBy { get; init; }

    public required DateTime TakenBackAt { get; init; }

    public string ChainStream => Streams.Helpline;
}

/// <summary>An enquiry that belongs to a case, chained in the case: whoever does not see the case does not see this.</summary>
internal sealed class HelplineLink : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid EnquiryId { get; init; }

    public required Guid LinkedBy { get; init; }

    public required DateTime LinkedAt { get; init; }

    public DateTime? TakenBackAt { get; set; }

    public LogReversalReason? TakenBackWhy { get; set; }

    /// <exception cref="RefusedException">HelplineNotLinked.</exception>
    public HelplineEnquiryUnlinked TakeBack(LogReversalReason reason, DateTime now)
    {
        if (TakenBackAt is not null)
        {
            throw new RefusedException(HelplineRefusals.HelplineNotLinked);
        }

        TakenBackAt = now;
        TakenBackWhy = reason;
        return new HelplineEnquiryUnlinked(EnquiryId, reason);
    }
}
