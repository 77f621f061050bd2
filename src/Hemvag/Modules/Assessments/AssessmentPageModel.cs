using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Sealing;
using Hemvag.Web.Refused;

namespace Hemvag.Modules.Assessments;

/// <summary>What the pages of this module share: the day it is for the reader, and what the reader has open.</summary>
internal abstract class AssessmentPageModel(TimeProvider time) : CasePageModel, ILoadsForRedisplay
{
    internal DateOnly Today => LocalDates.Today(time.GetUtcNow().UtcDateTime, Handle.Account.Zone);

    internal TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Handle.Account.Zone);

    public abstract Task LoadAsync();

    /// <param name="purpose">What it would be opened for: a word of the program.</param>
    /// <param name="page">The page of the case to come back to.</param>
    internal SealedClosed Closed(Compartment compartment, string title, string holds, string purpose, string page) =>
        new(Handle.CaseId, compartment, title, holds, purpose, page);
}
