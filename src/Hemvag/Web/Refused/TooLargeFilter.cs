using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Hemvag.Web.Refused;

/// <summary>
/// The form's token is looked for first, so a body that is too large fails there and would be told as a bad request. It is said as what it
/// is: 413, whose page says to choose a smaller file.
/// </summary>
internal sealed class TooLargeFilter : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult && IsTooLarge(context.HttpContext))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status413PayloadTooLarge);
        }
    }

    public void OnResultExecuted(ResultExecutedContext context) { }

    // A server without the feature has the limit of ordinary forms.
    private static bool IsTooLarge(HttpContext http) =>
        http.Request.ContentLength > (http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize ?? UploadLimits.FormBytes);
}
