using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.CashSupport.Decisions;

/// <summary>What the pages of one decision share: the decision, and the names where Identity is open.</summary>
internal abstract class CashPageModel(CashQueries queries, FamilyNames names, CashWords words, TimeProvider time) : CasePageModel, ILoadsForRedisplay
{
    internal CashView View { get; private set; } = null!;

    internal IReadOnlyDictionary<Guid, MemberName> Names { get; private set; } = new Dictionary<Guid, MemberName>();

    /// <summary>Migrationsverket's number and the days; null while sealed.</summary>
    internal CashDecisionPayload? Written { get; private set; }

    internal CashWords Words => words;

    internal DateOnly Today => LocalDates.Today(time.GetUtcNow().UtcDateTime, Handle.Account.Zone);

    internal TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Handle.Account.Zone);

    internal string Currency => Handle.Programme.Entitlements.Currency;

    internal bool KnowsNames => IsOpen(Compartment.Identity);

    internal Amount Money(long minor) => new(minor, Currency);

    internal SealedClosed Closed(string page) => words.Closed(Handle, page);

    /// <exception cref="NotThereException">The case is of another kind.</exception>
    public virtual async Task LoadAsync()
    {
        View = await queries.FindAsync(Handle) ?? throw new NotThereException();
        if (KnowsNames)
        {
            (Names, Written) = await names.ReadAsync(Opened!, View.Shares.Select(s => s.Member));
        }
    }

    internal RedirectResult ToDecision() => Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.Cash));
}
