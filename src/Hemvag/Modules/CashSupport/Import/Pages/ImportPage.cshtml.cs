using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.CashSupport.Import.Keeping;
using Hemvag.Modules.CashSupport.Import.Rows;
using Hemvag.Modules.CashSupport.Import.Working;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.CashSupport.Import.Pages;

/// <summary>One import: what is good and what is bad, how far it has come, and what can be done with it.</summary>
[ForRoles(Role.MigrationOfficer)]
internal sealed class ImportPageModel(
    CashImports imports,
    CashImportQueries queries,
    CashImportAccess access,
    Openings openings,
    FaultWords words,
    DecisionReaders readers,
    OrganisationCatalogue countries,
    OrganisationQueries organisations,
    ProgrammeCatalogue programmes,
    TimeProvider time
) : CashImportPageModel, ILoadsForRedisplay
{
    /// <summary>The word under which the file of bad rows stands in the trail.</summary>
    private const string DownloadPurpose = "cash-import-download";

    private const int LastPage = 1_000;

    private readonly Dictionary<Guid, string> offices = [];

    /// <summary>Page of the bad rows, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "bad")]
    public int? BadPage { get; set; }

    /// <summary>Page of the decisions, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "decisions")]
    public int? GoodPage { get; set; }

    /// <summary>That what is left may be given up.</summary>
    [BindProperty]
    public bool Confirmed { get; set; }

    internal CashRowCounts Counts { get; private set; } = new(0, 0, 0, 0);

    internal IReadOnlyList<BadRow> Bad { get; private set; } = [];

    /// <summary>Null while closed.</summary>
    internal IReadOnlyList<ImportedDecision>? Good { get; private set; }

    /// <summary>The work on it was given up.</summary>
    internal bool IsLeft { get; private set; }

    internal FaultWords Words => words;

    internal string Country(ImportedDecision decision) =>
        decision.Entry is { } entry ? countries.Country(entry.CountryCode)?.Name.Shown ?? entry.CountryCode : "";

    internal string Office(ImportedDecision decision) => decision.Entry is { } entry ? offices.GetValueOrDefault(entry.OfficeId, "") : "";

    internal Amount? Total(ImportedDecision decision) =>
        decision is { Entry: { } entry, TotalMinor: { } total } && programmes.FindInForce(entry.DecidedOn, ProgrammeKind.CashSupport) is { } version
            ? new Amount(total, version.Entitlements.Currency)
            : null;

    internal int BadAt => At(BadPage);

    internal int GoodAt => At(GoodPage);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostOpenAsync()
    {
        if (!Handle.MayRead)
        {
            return NotFound();
        }

        await OpenAsync();
        return Here();
    }

    public async Task<IActionResult> OnPostCloseAsync()
    {
        await openings.CloseAsync(OperationId, Handle.Id, Me.Actor);
        return Here();
    }

    /// <exception cref="RefusedException">ImportNotYours, ImportHasEnded, ImportRuns, ImportNothingReady.</exception>
    public async Task<IActionResult> OnPostEnterAsync()
    {
        await imports.StartAsync(Handle, OperationId);
        return Here();
    }

    /// <exception cref="RefusedException">ImportNotYours, ImportHasEnded.</exception>
    public async Task<IActionResult> OnPostTakeOverAsync()
    {
        await imports.TakeOverAsync(Handle, OperationId);
        return Here();
    }

    /// <exception cref="RefusedException">ImportEndNotConfirmed, ImportNotYours, ImportHasEnded.</exception>
    public async Task<IActionResult> OnPostEndAsync()
    {
        await imports.EndAsync(Handle, OperationId, Confirmed);
        return Here();
    }

    /// <summary>The bad rows as a file: an opening of its own, since what they hold leaves the system.</summary>
    public async Task<IActionResult> OnPostBadAsync()
    {
        if (!Handle.MayRead)
        {
            return NotFound();
        }

        // Sent again the form gives the file again, so that is an opening of its own too.
        await openings.OpenAsync(Guid.CreateVersion7(time.GetUtcNow()), Handle.Id, Me.Actor, Compartment.Identity, DownloadPurpose);
        if (await access.FindAsync(Handle.Id, Me) is not { Opened: { } opened })
        {
            return NotFound();
        }

        var rows = await queries.BadRowsAsync(Handle.Id, opened);
        var file = DecisionFile.BadRows(FaultWords.Swedish, rows.Select(r => (r.Row.Number, r.Row.Cells, words.Of(r.Faults))));
        // No number of the import: a file name stands in folders and lists of what was downloaded.
        return File(file, DecisionFile.ContentType, FaultWords.Swedish ? "rader-att-ratta.csv" : "rows-to-correct.csv");
    }

    public async Task LoadAsync()
    {
        Counts = await queries.CountsAsync(Handle.Id);
        Bad = await queries.BadAsync(Handle.Id, BadAt);
        IsLeft = await queries.IsLeftAsync(Import);
        if (Handle.Opened is not { } opened)
        {
            return;
        }

        var reading = await readers.ForAsync(LocalDates.Today(time.GetUtcNow().UtcDateTime, Me.Zone));
        Good = await queries.GoodAsync(Handle, opened, GoodAt, reading);
        foreach (var id in Good.Select(g => g.Entry?.OfficeId).OfType<Guid>().Distinct())
        {
            offices[id] = await organisations.NameAsync(id);
        }
    }

    private Task<bool> OpenAsync() => openings.OpenAsync(OperationId, Handle.Id, Me.Actor, Compartment.Identity, EnterImported.Purpose);

    private static int At(int? page) => Math.Clamp((page ?? 1) - 1, 0, LastPage);

    private RedirectResult Here() => Redirect(ImportPlaces.To(Handle.Id));
}
