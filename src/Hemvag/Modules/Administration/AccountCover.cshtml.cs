using Hemvag.Modules.Accounts;
using Hemvag.Modules.Accounts.Covers;
using Hemvag.Modules.Programmes;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Administration;

/// <summary>Arranges who stands in for someone who is away and could not do it themselves.</summary>
[ForRoles(Role.Administrator)]
internal sealed class AccountCoverModel(AccountDesk desk, Covering covering, CoverQueries queries, TimeProvider time)
    : CoverPageModel(covering, queries, time)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    internal string Name { get; private set; } = "";

    internal override string Path => $"/admin/accounts/{Id}/cover";

    internal override async ValueTask<Guid> WhoAsync() => (await desk.GetAsync(Me, Id)).Id;

    public override async Task LoadAsync()
    {
        Name = (await desk.GetAsync(Me, Id)).Name;
        await base.LoadAsync();
    }
}
