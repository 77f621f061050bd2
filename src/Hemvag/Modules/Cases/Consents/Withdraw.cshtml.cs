using Hemvag.Data;
using Hemvag.Modules.Organisations;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Cases.Consents;

/// <summary>Withdraws a consent at the person's wish. No reason is asked.</summary>
[Needs(CaseAction.WithdrawConsent)]
internal sealed class WithdrawModel(
    ConsentService service,
    ConsentQueries queries,
    OrganisationQueries organisations,
    MinimumSight minimum,
    HemvagDbContext db,
    TimeProvider time
) : CasePageModel, ILoadsForRedisplay
{
    internal ConsentRow Row { get; private set; } = null!;

    /// <summary>Names of those who will not see the case any more; empty when nobody loses it.</summary>
    internal string Losers { get; private set; } = "";

    /// <summary>Those in charge keep a minimum view: the person is told before it is confirmed.</summary>
    internal bool LeavesMinimum { get; private set; }

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync(Guid consentId)
    {
        await LoadAsync();
        await service.WithdrawAsync(Handle, OperationId, consentId);
        // The one who withdraws may lose sight of the case with it.
        return Redirect(Handle.May(CaseAction.ManageConsents) ? CaseLinks.To(Handle.CaseId, CaseLinks.Consent) : "/");
    }

    public async Task LoadAsync()
    {
        var id = Guid.Parse(RouteData.Values["consentId"]!.ToString()!);
        Row = (await queries.AllAsync(Handle)).FirstOrDefault(r => r.Consent.Id == id) ?? throw new NotThereException();
        var names = new List<string>();
        var today = LocalDates.Today(time.GetUtcNow().UtcDateTime, Handle.Account.Zone);
        foreach (var recipient in await queries.WouldLoseSightAsync(Handle, Row, today))
        {
            names.Add(await organisations.NameAsync(recipient));
        }

        Losers = string.Join(", ", names);
        LeavesMinimum = names.Count > 0 && Case.ClosedAt is null && await minimum.AppliesAsync(db, Case);
    }
}
