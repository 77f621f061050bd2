using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Hemvag.Modules.Accounts;

/// <summary>The roles that may use a page outside any case; with none named, everyone who is signed in. Every such page bears one.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ForRolesAttribute(params Role[] roles) : Attribute, IPageFilter, IOrderedFilter
{
    /// <summary>Access comes before what was typed: who may not is told so, whatever the form holds.</summary>
    public int Order => -1000;

    public IReadOnlyList<Role> Roles { get; } = roles;

    /// <summary>Only those of organisations of these kinds; with none named, of any.</summary>
    public OrganisationKind[] At { get; init; } = [];

    public void OnPageHandlerSelected(PageHandlerSelectedContext context) { }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HttpContext.AccountOrNull() is not { } account)
        {
            context.Result = new ChallengeResult();
        }
        else if (!Allows(account))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
        }
    }

    public bool Allows(CurrentAccount account) =>
        (Roles.Count == 0 || Roles.Any(account.Is)) && (At.Length == 0 || At.Contains(account.OrganisationKind));

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context) { }
}
