using Hemvag.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.Extensions.Localization;

namespace Hemvag.Web.Refused;

/// <summary>
/// Shows a page again with status 422 and everything typed kept, when a post could not be read or a rule refused it.
/// No page needs to ask whether its model state is valid: a handler of a post runs only when it is.
/// </summary>
internal sealed class RefusalFilter(IStringLocalizerFactory localizers) : IAsyncPageFilter
{
    /// <summary>Response header with the name of the refusal, for tests and for support.</summary>
    public const string Header = "X-Refusal";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerMethod is null && HttpMethods.IsPost(context.HttpContext.Request.Method))
        {
            // No handler of that name: the page would be shown without anything having read what it shows.
            context.Result = new BadRequestResult();
            return;
        }

        if (context.HandlerInstance is not PageModel page || !IsPost(context.HandlerMethod))
        {
            await next();
            return;
        }
        if (!context.ModelState.IsValid)
        {
            context.Result = await RedisplayAsync(page, "Invalid");
            return;
        }
        var executed = await next();
        if (executed.Exception is RefusedException refused)
        {
            AddError(context.ModelState, refused);
            executed.ExceptionHandled = true;
            executed.Result = await RedisplayAsync(page, refused.Refusal.Name);
        }
    }

    private static bool IsPost(HandlerMethodDescriptor? handler) => handler is not null && HttpMethods.IsPost(handler.HttpMethod);

    private void AddError(ModelStateDictionary state, RefusedException refused)
    {
        var texts = localizers.Create(refused.Refusal.Texts);
        state.AddModelError(refused.Field ?? "", texts[refused.Refusal.Key, [.. refused.Arguments]]);
    }

    private async Task<PageResult> RedisplayAsync(PageModel page, string name)
    {
        if (page is ILoadsForRedisplay loads)
        {
            await loads.LoadAsync();
        }
        if (page.ModelState.IsValid)
        {
            // What could not be read has gone from the page meanwhile; that nothing was saved is said all the same.
            page.ModelState.AddModelError("", localizers.Create(typeof(WebTexts))["Validation.Unreadable"]);
        }
        page.Response.Headers[Header] = name;
        var result = page.Page();
        result.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return result;
    }
}
