using System.Diagnostics;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Hemvag.Web.Errors;

/// <summary>The one neutral page for whatever goes wrong: what it means, what to do, a reference; never a cause.</summary>
internal static class ErrorPages
{
    private static readonly int[] WithTexts = [400, 403, 404, 405, 413, 429, 500];

    public static int StatusOf(Exception exception) =>
        exception switch
        {
            NotThereException => StatusCodes.Status404NotFound,
            BadHttpRequestException bad => bad.StatusCode,
            _ => StatusCodes.Status500InternalServerError,
        };

    public static Task ForStatusAsync(StatusCodeContext context) => RenderAsync(context.HttpContext);

    public static async Task RenderAsync(HttpContext context)
    {
        var status = context.Response.StatusCode;
        if (WantsJson(context.Request))
        {
            await Results.Problem(statusCode: status, extensions: [new("reference", Reference(context))]).ExecuteAsync(context);
            return;
        }
        var services = context.RequestServices;
        var action = new ActionContext(context, context.GetRouteData(), new ActionDescriptor());
        var metadata = services.GetRequiredService<IModelMetadataProvider>();
        var page = new ViewResult
        {
            ViewName = "/Web/Errors/ErrorPage.cshtml",
            StatusCode = status,
            ViewData = new ViewDataDictionary<ErrorPageModel>(metadata, new ModelStateDictionary())
            {
                Model = new ErrorPageModel(
                    WithTexts.Contains(status) ? status
                        : status < 500 ? 400
                        : 500,
                    Reference(context)
                ),
            },
        };
        await services.GetRequiredService<IActionResultExecutor<ViewResult>>().ExecuteAsync(action, page);
    }

    /// <summary>Enough of the trace id to find the log line by, short enough to read out over a telephone.</summary>
    private static string Reference(HttpContext context)
    {
        var trace = Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
        return (trace.Length > 8 ? trace[..8] : trace).ToUpperInvariant();
    }

    private static bool WantsJson(HttpRequest request) =>
        request.GetTypedHeaders().Accept is { Count: > 0 } accepted
        && accepted.Any(a => a.MediaType.EndsWith("json", StringComparison.OrdinalIgnoreCase))
        && !accepted.Any(a => a.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));
}

/// <summary>What the page of an error shows.</summary>
internal sealed record ErrorPageModel(int Status, string Reference);
