using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Hemvag.Modules.Accounts;

/// <summary>Stands before every page of one thing that not everyone may know of: no access looks exactly as if there were none.</summary>
/// <typeparam name="TPage">The pages of such a thing; all others are passed by.</typeparam>
/// <param name="idInAddress">Under which name its id stands in the page's address.</param>
internal abstract class AccessPageFilter<TPage>(string idInAddress) : IAsyncPageFilter
    where TPage : AccountPageModel
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (
            context.HandlerInstance is TPage page
            && !(
                context.HttpContext.AccountOrNull() is { } account
                && Guid.TryParse(context.RouteData.Values[idInAddress]?.ToString(), out var id)
                && await FindAsync(page, id, account)
            )
        )
        {
            context.Result = new NotFoundResult();
            return;
        }

        await next();
    }

    /// <summary>Gives the page what it is about.</summary>
    /// <returns>False when there is none, or the account may not know of it.</returns>
    protected abstract Task<bool> FindAsync(TPage page, Guid id, CurrentAccount account);
}
