using System.Globalization;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Opening;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Formatting;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Travel.Packages;

/// <summary>One package: how it stands, fetched where it is a file, revoked at any time.</summary>
[Needs(CaseAction.SeeTravel)]
internal sealed class PackagePageModel(
    PackageReading reading,
    PackageKeeping keeping,
    PackageContent content,
    CaseOpenings openings,
    CaseAccess access,
    IStringLocalizer<TravelTexts> texts,
    ProgrammeCatalogue programmes,
    TimeProvider time
) : TravelPageModel(programmes, time), ILoadsForRedisplay
{
    [FromRoute]
    public Guid PackageId { get; set; }

    internal Package Package { get; private set; } = null!;

    /// <summary>Null while sealed.</summary>
    internal string? Name { get; private set; }

    internal PackageState State => Package.StateAt(Now);

    internal bool MayFetch =>
        Package.Way == PackageWay.File && MayHandOut && State is PackageState.Waits or PackageState.Opened && Package.ExpiresAt > Now;

    internal bool MayConfirm => MayHandOut && State == PackageState.Opened;

    internal bool MayRevoke => Handle.May(CaseAction.ReconfirmWill) && Package.CanBeRevoked(Now);

    private bool MayHandOut => Handle.May(CaseAction.HandOut) && Case.ClosedAt is null;

    public Task OnGetAsync() => LoadAsync();

    [Needs(CaseAction.HandOut)]
    public async Task<IActionResult> OnPostFetchAsync()
    {
        await RequireThereAsync();
        await keeping.FetchAsync(Handle, OperationId, PackageId);
        var compartments = PackageContent.CompartmentsOf(Package.Recipient, Package.Holds);
        await openings.OpenAsync(Handle, Guid.CreateVersion7(new DateTimeOffset(Now, TimeSpan.Zero)), compartments, OpenTravel.Purpose);
        var handle = await access.FindAsync(Handle.CaseId, Handle.Account) ?? throw new NotThereException();
        var parts = await content.ReadAsync(Package, handle.Opened!);
        var file = PackageFile.Build(parts, keeping.CodeOfFile(Package), Labels());
        return File(file, "application/octet-stream", $"{texts["Packages.FileName"].Value}.html");
    }

    [Needs(CaseAction.HandOut)]
    public async Task<IActionResult> OnPostConfirmAsync()
    {
        await RequireThereAsync();
        await keeping.ConfirmAsync(Handle, OperationId, PackageId);
        return Back();
    }

    [Needs(CaseAction.ReconfirmWill)]
    public async Task<IActionResult> OnPostRevokeAsync()
    {
        await RequireThereAsync();
        await keeping.RevokeAsync(Handle, OperationId, PackageId);
        return Back();
    }

    public async Task LoadAsync()
    {
        await RequireThereAsync();
        if (IsOpen(Compartment.Travel))
        {
            Name = (await reading.NamesAsync(Opened!)).GetValueOrDefault(Package.Subject);
        }
    }

    private PackageFileLabels Labels() =>
        new(
            Spelling.IsSwedish ? "sv" : CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
            texts["Packages.File.Title"],
            texts["Packages.File.Lead"],
            texts["Packages.File.Button"],
            texts["Packages.File.Wrong"]
        );

    private async Task RequireThereAsync() => Package = await reading.FindAsync(Handle, PackageId) ?? throw new NotThereException();

    private RedirectResult Back() => Redirect(PathTo(PackageKeeping.PageOf(PackageId)));
}
