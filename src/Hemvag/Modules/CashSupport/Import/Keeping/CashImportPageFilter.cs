using Hemvag.Modules.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Hemvag.Modules.CashSupport.Import.Keeping;

/// <summary>Stands before every page of an import: no access looks exactly as if there were none.</summary>
internal sealed class CashImportPageFilter(CashImportAccess access) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerInstance is not CashImportPageModel page)
        {
            await next();
            return;
        }

        var account = context.HttpContext.AccountOrNull();
        var found =
            account is not null && Guid.TryParse(context.RouteData.Values["importId"]?.ToString(), out var id)
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

/// <summary>A page of one import: its address holds <c>{importId:guid}</c>. <see cref="CashImportPageFilter"/> has checked access before any handler runs.</summary>
internal abstract class CashImportPageModel : AccountPageModel
{
    internal CashImportHandle Handle { get; set; } = null!;

    internal CashImport Import => Handle.Import;
}
