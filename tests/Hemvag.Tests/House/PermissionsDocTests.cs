using System.Globalization;
using System.Reflection;
using System.Text;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Hosts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Hemvag.Tests.House;

public sealed class PermissionsDocTests
{
    [Fact]
    public async Task The_page_of_permissions_is_the_codes()
    {
        await using var app = await InMemoryApp.StartAsync(DatabaseKind.Sqlite, o => o with { Demo = true });
        var pages = await PagesAsync(app.Services);
        var text = new StringBuilder();
        text.AppendLine("# Who may do what").AppendLine();
        text.AppendLine(
            "Printed from `CasePermissions`, and from `ForRoles` and `Needs` on the pages, by `PermissionsDocTests`. Don't edit: run `HEMVAG_WRITE_DOCS=1`."
        );
        text.AppendLine(
                "Seeing a case at all is decided by `CaseAccess`: someone who takes part in it, and for other organisations a live consent that names them, as long as the case is open. Whoever may not see it gets 404."
            )
            .AppendLine();
        text.AppendLine("## In a case they can see").AppendLine();
        Matrix(text, "Action", Enum.GetValues<CaseAction>(), (action, role) => CasePermissions.RolesFor(action).Contains(role));
        text.AppendLine("## In a case of cash support they can see").AppendLine();
        Matrix(
            text,
            "Action",
            [.. Enum.GetValues<CaseAction>().Where(action => CashDuties.RolesFor(action).Count > 0)],
            (action, role) => CashDuties.RolesFor(action).Contains(role)
        );
        text.AppendLine("## Compartments their task can need")
            .AppendLine()
            .AppendLine("For other organisations a consent can only make it less.")
            .AppendLine();
        Matrix(
            text,
            "Compartment",
            Compartments.Each(Compartments.All).ToArray(),
            (one, role) => (CasePermissions.CompartmentsFor(role) & one) == one
        );
        text.AppendLine("## Compartments by relation")
            .AppendLine()
            .AppendLine(
                "What each way of standing to a case leaves of the row above (`CaseRelation`); Consent opens at most what it names, Emergency the one compartment asked for. Notes are read, in every relation, only by the organisation that wrote them and those they were written to (`CaseNotes`)."
            )
            .AppendLine();
        Relations(text);
        text.AppendLine("## Pages").AppendLine().AppendLine("| Address | Look | Change |").AppendLine("|---|---|---|");
        foreach (var (address, model, handlers) in pages.OrderBy(p => p.Address, StringComparer.Ordinal))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| `{address}` | {Look(model, handlers)} | {Change(model, handlers)} |");
        }

        WrittenDocs.ShouldHold("permissions.md", text.ToString());
    }

    private static void Relations(StringBuilder text)
    {
        var roles = Enum.GetValues<Role>().Where(r => CasePermissions.CompartmentsFor(r) != Compartment.None).ToList();
        text.AppendLine(CultureInfo.InvariantCulture, $"| Relation | {string.Join(" | ", roles)} |");
        text.AppendLine(CultureInfo.InvariantCulture, $"|---|{string.Concat(roles.Select(_ => "---|"))}");
        foreach (var relation in Enum.GetValues<CaseRelation>())
        {
            var cells = roles.Select(r => Cell(CasePermissions.CompartmentsFor(r, relation)));
            text.AppendLine(CultureInfo.InvariantCulture, $"| {relation} | {string.Join(" | ", cells)} |");
        }

        text.AppendLine();
    }

    private static string Cell(Compartment compartments) =>
        compartments == Compartment.None ? "none" : string.Join(", ", Compartments.Each(compartments));

    private static void Matrix<T>(StringBuilder text, string title, IReadOnlyList<T> rows, Func<T, Role, bool> may)
    {
        var roles = Enum.GetValues<Role>().Where(r => rows.Any(row => may(row, r))).ToList();
        text.AppendLine(CultureInfo.InvariantCulture, $"| {title} | {string.Join(" | ", roles)} |");
        text.AppendLine(CultureInfo.InvariantCulture, $"|---|{string.Concat(roles.Select(_ => ":-:|"))}");
        foreach (var row in rows)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {row} | {string.Join(" | ", roles.Select(r => may(row, r) ? "x" : " "))} |");
        }

        text.AppendLine();
    }

    private static async Task<IReadOnlyList<(string Address, Type Model, IReadOnlyList<MethodInfo> Handlers)>> PagesAsync(IServiceProvider services)
    {
        var loader = services.GetRequiredService<PageLoader>();
        var found = new List<(string, Type, IReadOnlyList<MethodInfo>)>();
        foreach (
            var page in services.GetRequiredService<IActionDescriptorCollectionProvider>().ActionDescriptors.Items.OfType<PageActionDescriptor>()
        )
        {
            var compiled = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
            found.Add(("/" + page.AttributeRouteInfo!.Template, compiled.HandlerTypeInfo, [.. compiled.HandlerMethods.Select(h => h.MethodInfo)]));
        }

        return found;
    }

    private static string Look(Type model, IReadOnlyList<MethodInfo> handlers) => Of(model, handlers, "OnGet");

    private static string Change(Type model, IReadOnlyList<MethodInfo> handlers) => Of(model, handlers, "OnPost");

    private static string Of(Type model, IReadOnlyList<MethodInfo> handlers, string verb)
    {
        var mine = handlers.Where(h => h.Name.StartsWith(verb, StringComparison.Ordinal)).ToList();
        if (mine.Count == 0)
        {
            return "";
        }

        if (typeof(CasePageModel).IsAssignableFrom(model))
        {
            var needs = mine.Select(h => (h.GetCustomAttribute<NeedsAttribute>() ?? model.GetCustomAttribute<NeedsAttribute>())!.Action.ToString());
            return string.Join(", ", needs.Distinct(StringComparer.Ordinal));
        }

        if (model.GetCustomAttribute<AllowAnonymousAttribute>() is not null)
        {
            return "anyone";
        }

        var roles = model.GetCustomAttribute<ForRolesAttribute>()!.Roles;
        return roles.Count == 0 ? "anyone signed in" : string.Join(", ", roles);
    }
}
