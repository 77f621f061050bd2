using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Hemvag.Modules.Accounts.Session;

/// <summary>A page that changes the ways in: whoever has not shown a factor within the last minutes is asked for one first.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class NeedsProofAttribute : Attribute, IPageFilter, IOrderedFilter
{
    /// <summary>After the roles, before what was typed.</summary>
    public int Order => -900;

    public void OnPageHandlerSelected(PageHandlerSelectedContext context) { }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var http = context.HttpContext;
        if (context.Result is null && http.Features.Get<CurrentSession>() is { } session && !IsProved(http, session))
        {
            context.Result = new RedirectResult($"/account/proof?return={Uri.EscapeDataString(http.Request.Path)}");
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context) { }

    /// <summary>
    /// A demo account has nothing to show. Where the account has no second factor of its own, having just signed in is what can be shown.
    /// </summary>
    public static bool IsProved(HttpContext http, CurrentSession session) =>
        session.Method == SignInMethod.Demo
        || (!session.HasSecondFactor && (session.NeedsSecondFactor || IsFresh(http, session)))
        || http.RequestServices.GetRequiredService<ProofCookie>().IsFresh(http, session.Id);

    private static bool IsFresh(HttpContext http, CurrentSession session) =>
        http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime - session.Since < SessionLength.Proof;
}
