using System.Reflection;
using Hemvag.Modules.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Hemvag.Modules.Cases;

/// <summary>Stands before every page of a case: no access looks exactly as if the case did not exist.</summary>
internal sealed class CasePageFilter(CaseAccess access) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerInstance is not CasePageModel page)
        {
            await next();
            return;
        }

        if (context.HttpContext.AccountOrNull() is not { } account)
        {
            context.Result = new ChallengeResult();
            return;
        }

        var found = Guid.TryParse(context.RouteData.Values["caseId"]?.ToString(), out var caseId) ? await access.FindAsync(caseId, account) : null;
        if (found is null)
        {
            context.Result = new NotFoundResult();
            return;
        }

        page.Handle = found;
        if (found.IsThreadAlone && IsOverview(context, caseId))
        {
            context.Result = new RedirectResult(CaseLinks.To(caseId, CaseLinks.Justice));
            return;
        }

        if ((found.IsMinimum || found.IsThreadAlone) && !(found.May(NeededBy(context)) && found.May(NeededToLook(context))))
        {
            // The consent has been taken back: beyond what is left, the case does not exist for them. A page they may not look at would show
            // itself when it refuses what was sent to it.
            context.Result = new NotFoundResult();
            return;
        }

        if (!found.May(NeededBy(context)) || !page.MayBeHere)
        {
            context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
            return;
        }

        await next();
    }

    // Lists and the head of each page lead there.
    private static bool IsOverview(PageHandlerExecutingContext context, Guid caseId) =>
        HttpMethods.IsGet(context.HttpContext.Request.Method)
        && context.HttpContext.Request.Path.Equals(CaseLinks.To(caseId), StringComparison.OrdinalIgnoreCase);

    private static CaseAction NeededBy(PageHandlerExecutingContext context) =>
        context.HandlerMethod?.MethodInfo.GetCustomAttribute<NeedsAttribute>()?.Action ?? NeededToLook(context);

    private static CaseAction NeededToLook(PageHandlerExecutingContext context) =>
        context.HandlerInstance.GetType().GetCustomAttribute<NeedsAttribute>()?.Action
        ?? throw new InvalidOperationException($"{context.HandlerInstance.GetType().Name} does not say what it needs.");
}
