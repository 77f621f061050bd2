using Microsoft.AspNetCore.StaticAssets;

namespace Hemvag.Web;

/// <summary>
/// The headers of every response, errors and static files included. Set as the response starts, so that nothing
/// further in can drop them.
/// </summary>
internal sealed class ResponseBaseline(RequestDelegate next)
{
    /// <summary>Nothing but our own origin; no inline script or style. Designsystemet's marks are data: images.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public const string PermissionsPolicy =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), "
        + "microphone=(), midi=(), payment=(), usb=(), browsing-topics=()";

    private const string Forever = "public, max-age=31536000, immutable";

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            Set(context, IsAsset(context));
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static void Set(HttpContext context, bool isAsset)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = PermissionsPolicy;
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains";
        }
        if (!isAsset)
        {
            headers.CacheControl = "no-store";
        }
        else if (context.Request.Path.StartsWithSegments("/dist/fonts", StringComparison.Ordinal))
        {
            // The bundler puts a hash into the names of fonts.
            headers.CacheControl = Forever;
        }
    }

    private static bool IsAsset(HttpContext context) =>
        context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status206PartialContent or StatusCodes.Status304NotModified
        && context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;
}
