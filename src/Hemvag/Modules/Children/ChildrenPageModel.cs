using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Children;

/// <summary>What the pages of children share: the day it is for the reader, and what can be opened.</summary>
internal abstract class ChildrenPageModel(TimeProvider time, IStringLocalizerFactory localizers) : CasePageModel, ILoadsForRedisplay
{
    internal DateOnly Today => LocalDates.Today(time.GetUtcNow().UtcDateTime, Handle.Account.Zone);

    internal TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Handle.Account.Zone);

    internal bool MayEdit => Handle.May(CaseAction.EditChildren) && Case.ClosedAt is null;

    /// <summary>This handler's form was sent: what is typed is the writer's own and stands against the version the form had shown.</summary>
    protected bool IsSent(string handler) => HttpMethods.IsPost(Request.Method) && Request.Query["handler"] == handler;

    protected IStringLocalizer Texts => localizers.Create(typeof(ChildrenTexts));

    public abstract Task LoadAsync();

    /// <param name="holds">The key of what is inside.</param>
    /// <param name="page">The page of the case to come back to.</param>
    internal SealedClosed Closed(Compartment compartment, string holds, string page) =>
        new(
            Handle.CaseId,
            compartment,
            localizers.Create(typeof(ProgrammesTexts))[$"Compartment.{compartment}"],
            Texts[holds],
            page.Split('/')[0],
            page
        );

    internal RedirectResult To(string page) => Redirect(CaseLinks.To(Handle.CaseId, page));
}
