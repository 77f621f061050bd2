using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Hemvag.Modules.Consultations.Links;

/// <summary>Looks up the window of a link by its cookie before any handler runs; without one nothing is read or written.</summary>
internal sealed class LinkWindowFilter(LinkWindows windows) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerInstance is LinkWindowPageModel page)
        {
            page.Window = await windows.FindAsync(LinkPlaces.WindowOf(context.HttpContext));
            if (page.Window is null && !HttpMethods.IsGet(context.HttpContext.Request.Method))
            {
                context.Result = new RedirectResult(LinkPlaces.Window);
                return;
            }
        }

        await next();
    }
}
