using Hemvag.Modules.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Hemvag.Modules.Consultations.Threads;

/// <summary>Stands before every page of a consultation: no access looks exactly as if there were none.</summary>
internal sealed class ConsultationPageFilter(ConsultationAccess access) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerInstance is not ConsultationPageModel page)
        {
            await next();
            return;
        }

        var account = context.HttpContext.AccountOrNull();
        var found =
            account is not null && Guid.TryParse(context.RouteData.Values["consultationId"]?.ToString(), out var id)
                ? await access.FindAsync(id, account)
                : null;
        if (found is null)
        {
            context.Result = new NotFoundResult();
            return;
        }

        page.Handle = found;
        await next();
    }
}
