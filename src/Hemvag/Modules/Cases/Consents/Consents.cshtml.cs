using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Formatting;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Cases.Consents;

[Needs(CaseAction.SeeConsents)]
internal sealed class ConsentsModel(
    ConsentQueries queries,
    ProgrammeCatalogue programmes,
    ConsentNames recipients,
    IStringLocalizer<ProgrammesTexts> words,
    TimeProvider time
) : CasePageModel
{
    private readonly Dictionary<Guid, string> names = [];
    private DateOnly today;

    internal IReadOnlyList<ConsentRow> Rows { get; private set; } = [];

    /// <summary>Those the person can be asked for now.</summary>
    internal IReadOnlyList<ConsentPurpose> Purposes => [.. programmes.Get(Case.ProgrammeId).Consents.Select(c => c.Purpose).Where(Case.Keeps)];

    internal TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Handle.Account.Zone);

    public async Task OnGetAsync()
    {
        today = LocalDates.Today(time.GetUtcNow().UtcDateTime, Handle.Account.Zone);
        Rows = await queries.AllAsync(Handle);
        foreach (var id in Rows.SelectMany(r => r.Recipients).Distinct())
        {
            names[id] = await recipients.OfAsync(Handle, [id]);
        }
    }

    /// <summary>The last day of a consent that holds no longer though nobody has withdrawn it; no consent outlives its case.</summary>
    internal DateOnly? EndedOn(Consent consent)
    {
        var closed = !Case.Keeps(consent.Purpose) && Case.ClosedAt is { } at ? Moments.DayOf(at, Zone) : (DateOnly?)null;
        return consent.EndsOn is { } last && last < (closed ?? today) ? last : closed;
    }

    internal bool IsLive(ConsentPurpose purpose) => Rows.Any(r => r.Consent.Purpose == purpose && r.Consent.IsLive(today));

    internal string Names(ConsentRow row) => string.Join(", ", row.Recipients.Select(id => names.GetValueOrDefault(id, "")));

    internal string CompartmentNames(Consent consent) =>
        string.Join(", ", Compartments.Each(consent.Compartments).Select(c => words[$"Compartment.{c}"].Value));
}
