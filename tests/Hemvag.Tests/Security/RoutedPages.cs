using System.Reflection;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Hemvag.Tests.Security;

/// <summary>Who may use a handler, as its page says; <see cref="Unsaid"/> is a failure.</summary>
internal sealed record Right(bool Anonymous, IReadOnlyList<Role>? Roles, CaseAction? Action)
{
    public bool Unsaid => !Anonymous && Roles is null && Action is null;

    public bool Allows(Role role) =>
        Anonymous
        || (Action is { } action ? CasePermissions.RolesFor(action).Contains(role) : Roles is not null && (Roles.Count == 0 || Roles.Contains(role)));

    public static Right Of(TypeInfo model, MethodInfo? handler)
    {
        var needs = handler?.GetCustomAttribute<NeedsAttribute>() ?? model.GetCustomAttribute<NeedsAttribute>();
        return new Right(model.IsDefined(typeof(AllowAnonymousAttribute)), model.GetCustomAttribute<ForRolesAttribute>()?.Roles, needs?.Action);
    }
}

/// <param name="Route">As written, e.g. <c>cases/{caseId:guid}/stop</c>.</param>
/// <param name="Name">Null for the page's own.</param>
internal sealed record RoutedHandler(string Route, bool IsPost, string? Name, Right Right)
{
    public bool IsOfCase => Route.Contains("{caseId", StringComparison.Ordinal);

    public override string ToString() => $"{(IsPost ? "POST" : "GET")} /{Route}{(Name is null ? "" : $"?handler={Name}")}";
}

/// <summary>Every page that is routed, with its handlers; and every other endpoint by its route.</summary>
internal sealed record RoutedPages(IReadOnlyList<RoutedHandler> Handlers, IReadOnlyList<string> Others)
{
    public IEnumerable<RoutedHandler> Gets => Handlers.Where(h => !h.IsPost);

    public IEnumerable<RoutedHandler> Posts => Handlers.Where(h => h.IsPost);

    public static async Task<RoutedPages> ReadAsync(IServiceProvider services)
    {
        var loader = services.GetRequiredService<PageLoader>();
        var handlers = new List<RoutedHandler>();
        var others = new List<string>();
        foreach (var endpoint in services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var route = endpoint.RoutePattern.RawText!.TrimStart('/');
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                handlers.AddRange(Of(route, await loader.LoadAsync(page, endpoint.Metadata)));
            }
            else if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            {
                others.Add(route);
            }
        }

        return new RoutedPages([.. handlers.Distinct()], others);
    }

    private static IEnumerable<RoutedHandler> Of(string route, CompiledPageActionDescriptor page)
    {
        var model = page.ModelTypeInfo!;
        var methods = page.HandlerMethods;
        if (!methods.Any(m => m.HttpMethod.Equals("GET", StringComparison.OrdinalIgnoreCase)))
        {
            yield return new RoutedHandler(route, false, null, Right.Of(model, null));
        }

        foreach (var method in methods)
        {
            var isPost = !method.HttpMethod.Equals("GET", StringComparison.OrdinalIgnoreCase);
            yield return new RoutedHandler(route, isPost, method.Name, Right.Of(model, method.MethodInfo));
        }
    }
}
