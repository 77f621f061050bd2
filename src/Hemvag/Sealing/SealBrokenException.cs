namespace Hemvag.Sealing;

/// <summary>
/// Sealed bytes could not be opened: they were changed, moved to another place, cut, or the key is another one.
/// The message names ids alone, so it may be logged.
/// </summary>
internal sealed class SealBrokenException : Exception
{
    public SealBrokenException(Guid caseId, Guid? recordId = null)
        : base(
            recordId is { } record
                ? $"The seal of record {record:D} in case {caseId:D} is broken."
                : $"The seal of a case key in case {caseId:D} is broken."
        )
    {
        CaseId = caseId;
        RecordId = recordId;
    }

    public Guid CaseId { get; }

    /// <summary>The sealed record or file; null when the case key itself could not be unwrapped.</summary>
    public Guid? RecordId { get; }
}
