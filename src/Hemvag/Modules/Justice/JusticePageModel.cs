using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Sealing;
using Hemvag.Web.Refused;

namespace Hemvag.Modules.Justice;

/// <summary>What the pages of this module share: the day it is for the reader, and whether the thread can be written in.</summary>
internal abstract class JusticePageModel(TimeProvider time) : CasePageModel, ILoadsForRedisplay
{
    internal DateOnly Today => LocalDates.Today(time.GetUtcNow().UtcDateTime, Handle.Account.Zone);

    internal TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Handle.Account.Zone);

    /// <summary>A thread that has ended is read and not written in.</summary>
    internal bool MayEdit => Handle.May(CaseAction.EditJustice) && Case.JusticeOpenSince is not null;

    /// <summary>The first proceeding opens the thread, and another opens it anew.</summary>
    internal bool MayAdd => Handle.May(CaseAction.EditJustice) && Case.IsCaredFor && Case.HolderId is not null;

    public abstract Task LoadAsync();

    /// <param name="purpose">What it would be opened for: a word of the program.</param>
    /// <param name="page">The page of the case to come back to.</param>
    internal SealedClosed Closed(Compartment compartment, string title, string holds, string page, string purpose = CaseLinks.Justice) =>
        new(Handle.CaseId, compartment, title, holds, purpose, page);

    internal Microsoft.AspNetCore.Mvc.RedirectResult To(string page) => Redirect(CaseLinks.To(Handle.CaseId, page));
}
