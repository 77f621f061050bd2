using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Hemvag.Data;
using Hemvag.Web.Binding;
using Hemvag.Web.Errors;
using Hemvag.Web.Language;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace Hemvag.Web;

/// <summary>What every page owes, set in one place: language, binding, limits, cookies, deny by default, headers, errors.</summary>
internal static class WebSetup
{
    public static IServiceCollection AddHemvagWeb(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        // Before the framework's own filters, which have been added already.
        services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, BaselineFirst>());
        services.AddLocalization();
        // The schemes are the accounts' own; without any, every page but the anonymous ones is shut.
        services.AddAuthentication();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddHealthChecks();
        services.AddRouting(options => options.LowercaseUrls = true);
        AddPages(services);
        AddLimits(services);
        services.Configure<AntiforgeryOptions>(options =>
        {
            options.Cookie = new HostCookie("form", SameSiteMode.Strict);
            options.FormFieldName = PostFormTagHelper.TokenField;
            options.SuppressXFrameOptionsHeader = true;
        });
        return services;
    }

    public static WebApplication UseHemvagWeb(this WebApplication app)
    {
        app.UseRequestLocalization(Languages());
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandler = ErrorPages.RenderAsync,
                StatusCodeSelector = ErrorPages.StatusOf,
                AllowStatusCode404Response = true,
                // What is answered as the visitor's own mistake is no error of ours.
                SuppressDiagnosticsCallback = failed => ErrorPages.StatusOf(failed.Exception) < StatusCodes.Status500InternalServerError,
            }
        );
        app.UseStatusCodePages(ErrorPages.ForStatusAsync);
        app.UseMiddleware<RequestGate>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        // Asked for by every browser and crawler, whoever is signed in.
        app.MapGet("/robots.txt", () => Results.Text("User-agent: *\nDisallow: /\n")).AllowAnonymous();
        app.MapGet("/favicon.ico", () => Results.Redirect("/icon.svg")).AllowAnonymous();
        app.MapPost(LanguageEndpoint.Path, LanguageEndpoint.ChooseAsync).AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
        return app;
    }

    private static void AddPages(IServiceCollection services)
    {
        services.AddSingleton<BindingTexts>();
        services.AddSingleton<IPostConfigureOptions<MvcOptions>>(s => s.GetRequiredService<BindingTexts>());
        services.AddSingleton<IPostConfigureOptions<MvcDataAnnotationsLocalizationOptions>>(s => s.GetRequiredService<BindingTexts>());
        services
            .AddRazorPages(options => options.RootDirectory = "/Modules")
            .AddDataAnnotationsLocalization()
            .AddMvcOptions(options =>
            {
                options.ModelBinderProviders.Insert(0, new TypedBinders());
                options.Filters.Add<RefusalFilter>();
                options.Filters.Add<TooLargeFilter>();
                options.MaxModelBindingCollectionSize = 200;
            });
        // Letters of every script go out as they are; only what HTML gives a meaning is escaped.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.Configure<RazorViewEngineOptions>(options =>
        {
            options.PageViewLocationFormats.Add("/Web/Layout/{0}.cshtml");
            options.ViewLocationFormats.Add("/Web/Layout/{0}.cshtml");
        });
    }

    private static void AddLimits(IServiceCollection services)
    {
        services.Configure<KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = UploadLimits.FormBytes;
        });
        services.Configure<FormOptions>(options =>
        {
            options.BufferBodyLengthLimit = UploadLimits.FormBytes;
            options.MultipartBodyLengthLimit = UploadLimits.FormBytes;
            options.ValueLengthLimit = UploadLimits.FormBytes;
            options.ValueCountLimit = 500;
            options.KeyLengthLimit = 200;
        });
    }

    private static RequestLocalizationOptions Languages()
    {
        var cultures = LanguageCookie.Languages.Select(CultureInfo.GetCultureInfo).ToList();
        return new RequestLocalizationOptions
        {
            DefaultRequestCulture = new("sv"),
            SupportedCultures = cultures,
            SupportedUICultures = cultures,
            RequestCultureProviders = [new LanguageCookie()],
        };
    }
}
