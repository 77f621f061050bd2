using System.Reflection;
using Hemvag.Auditing;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Hosts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.House;

/// <summary>Deny by default: every way in says who may take it, and looking at something never changes it.</summary>
public sealed class PagesTests
{
    /// <summary>The whole list of what answers someone who is not signed in.</summary>
    private static readonly string[] Anonymous =
    [
        "demo",
        "sign-in",
        "sign-in/code",
        "begin",
        "lost-access",
        "sign-in/external/{provider}",
        "sign-out",
        "health/live",
        "health/ready",
        "language",
        // A professional without an account: a neutral page, and the window that a right code opens.
        "link/{token}",
        "link/window",
        "link/first-contact",
        "link/show",
        "link/leave",
        // The recipient of a package: the same.
        "handed/{token}",
        "handed/window",
        // The calendar of whoever made the secret address.
        "calendar/{token}",
        "robots.txt",
        "favicon.ico",
    ];

    /// <summary>Looking that is recorded, and so is no GET: these change nothing of the case.</summary>
    private static readonly string[] LooksByPost =
    [
        "OpenModel.OnPostAsync",
        "OpenModel.OnPostCloseAsync",
        "DocumentsModel.OnPostDownloadAsync",
        "PaymentPageModel.OnPostDownloadAsync",
        "CostPageModel.OnPostDownloadAsync",
    ];

    /// <summary>Asks by itself: for one of two things that either of two roles may do, or for a task that waits for the reader's own side.</summary>
    private static readonly string[] ChecksByItself = ["PaymentPageModel.OnPostCancelAsync", "JourneyPageModel.OnPostUndoneAsync"];

    private const BindingFlags Handlers = BindingFlags.Instance | BindingFlags.Public;

    private static IReadOnlyList<Type> Models { get; } =
    [.. typeof(Program).Assembly.GetTypes().Where(t => typeof(PageModel).IsAssignableFrom(t) && !t.IsAbstract)];

    [Fact]
    public async Task Every_endpoint_needs_someone_signed_in_but_those_named_here()
    {
        await using var app = await InMemoryApp.StartAsync(DatabaseKind.Sqlite, o => o with { Demo = true });
        (app.Services.GetRequiredService<IOptions<AuthorizationOptions>>().Value.FallbackPolicy?.Requirements.Count ?? 0).ShouldBeGreaterThan(0);
        var open = app
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Select(e => e.RoutePattern.RawText!.Trim('/'))
            // Style, script, fonts and the icon.
            .Where(p => !p.StartsWith("dist/", StringComparison.Ordinal) && !p.StartsWith("icon.", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal);

        open.Except(Anonymous, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void Every_page_of_a_case_says_what_it_needs()
    {
        var silent = new List<string>();
        foreach (var model in Models.Where(m => typeof(CasePageModel).IsAssignableFrom(m)))
        {
            foreach (var handler in HandlersOf(model))
            {
                var needed = (handler.GetCustomAttribute<NeedsAttribute>() ?? model.GetCustomAttribute<NeedsAttribute>())?.Action;
                var isLook = needed is null || needed.ToString()!.StartsWith("See", StringComparison.Ordinal);
                // What is enough for looking is not enough for changing.
                if (needed is null || (isLook && handler.Name.StartsWith("OnPost", StringComparison.Ordinal)))
                {
                    silent.Add($"{model.Name}.{handler.Name}");
                }
            }
        }

        silent.Except(LooksByPost.Concat(ChecksByItself), StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void Every_other_page_says_for_whom_it_is() =>
        Models
            .Where(m => !typeof(CasePageModel).IsAssignableFrom(m))
            .Where(m => m.GetCustomAttribute<ForRolesAttribute>() is null && m.GetCustomAttribute<AllowAnonymousAttribute>() is null)
            .Select(m => m.FullName)
            .ShouldBeEmpty();

    [Fact]
    public void No_page_of_a_case_forgets_the_case_in_its_address() =>
        ProductSources
            .Pages.Where(p => Models.Any(m => typeof(CasePageModel).IsAssignableFrom(m) && IsModelOf(m, p)))
            .Where(p => !p.Value.Contains("{caseId:guid}", StringComparison.Ordinal))
            .Select(p => p.Key)
            .ShouldBeEmpty();

    /// <summary>Follows every call from OnGet through the product's own methods: none of the ways leads to a save.</summary>
    [Fact]
    public void Looking_changes_nothing()
    {
        var calls = CallGraph.Of(ProductSources.Compilation, ProductSources.Trees);
        var looks = calls.Methods.Where(m => m.Name.StartsWith("OnGet", StringComparison.Ordinal) && IsPageModel(m.ContainingType)).ToList();
        looks.Count.ShouldBeGreaterThan(20);
        looks.SelectMany(m => calls.WaysTo(m, IsSave)).ShouldBeEmpty();
    }

    private static bool IsSave(IMethodSymbol method) =>
        method is { ContainingType.Name: nameof(Operations), Name: "RunAsync" } || method.Name is "SaveChanges" or "SaveChangesAsync";

    private static bool IsPageModel(INamedTypeSymbol? type) => type is not null && (type.Name == nameof(PageModel) || IsPageModel(type.BaseType));

    private static IEnumerable<MethodInfo> HandlersOf(Type model) =>
        model
            .GetMethods(Handlers)
            .Where(m => m.Name.StartsWith("OnGet", StringComparison.Ordinal) || m.Name.StartsWith("OnPost", StringComparison.Ordinal));

    private static bool IsModelOf(Type model, KeyValuePair<string, string> page) =>
        page.Value.Contains($"@model {model.Name}", StringComparison.Ordinal)
        && page.Value.Contains("@page", StringComparison.Ordinal)
        && page.Key.StartsWith(
            model.Namespace!["Hemvag.".Length..].Replace('.', '/').Split('/') is [var a, var b, ..] ? $"{a}/{b}/" : "",
            StringComparison.Ordinal
        );
}
