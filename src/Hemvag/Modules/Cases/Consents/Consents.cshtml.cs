using Hemvag.Data;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Cases.Consents;

[Needs(CaseAction.SeeConsents)]
internal sealed class ConsentsModel(
    ConsentQueries queries,
    SealedNotes notes,
    ProgrammeCatalogue programmes,
    OrganisationQueries organisations,
    IStringLocalizer<ProgrammesTexts> words,
    IStringLocalizer<CasesTexts> texts,
    TimeProvider time
) : CasePageModel
{
    private readonly Dictionary<Guid, string> names = [];
    private DateOnly today;
    private IReadOnlyDictionary<string, ConsentInterpreter> interpreters = new Dictionary<string, ConsentInterpreter>();

    internal IReadOnlyList<ConsentRow> Rows { get; private set; } = [];

    internal IReadOnlyList<ConsentPurpose> Purposes => [.. programmes.Get(Case.ProgrammeId).Consents.Select(c => c.Purpose)];

    internal TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Handle.Account.Zone);

    public async Task OnGetAsync()
    {
        today = LocalDates.Today(time.GetUtcNow().UtcDateTime, Handle.Account.Zone);
        Rows = await queries.AllAsync(Handle);
        interpreters = await notes.ReadAsync<ConsentInterpreter>(Handle, Compartment.Protection, ConsentInterpreter.SubjectPrefix);
        foreach (var id in Rows.SelectMany(r => r.Recipients).Distinct())
        {
            names[id] = await organisations.NameAsync(id);
        }
    }

    /// <summary>Null when nobody interpreted, or the compartment is closed.</summary>
    internal string? Interpreter(ConsentRow row) => interpreters.GetValueOrDefault(ConsentInterpreter.SubjectOf(row.Consent.Id))?.Name;

    /// <summary>Null when nobody interpreted.</summary>
    internal SealedClosed? Interpreters =>
        Rows.All(r => r.Consent.Reading != ConsentReading.ThroughInterpreter)
            ? null
            : new SealedClosed(
                Handle.CaseId,
                Compartment.Protection,
                words["Compartment.Protection"],
                texts["Sealed.Holds.Interpreters"],
                "consent",
                CaseLinks.Consent
            );

    internal bool IsLive(ConsentPurpose purpose) => Rows.Any(r => r.Consent.Purpose == purpose && r.Consent.IsLive(today));

    internal string Names(ConsentRow row) => string.Join(", ", row.Recipients.Select(id => names.GetValueOrDefault(id, "")));

    internal string CompartmentNames(Consent consent) =>
        string.Join(", ", Compartments.Each(consent.Compartments).Select(c => words[$"Compartment.{c}"].Value));
}
