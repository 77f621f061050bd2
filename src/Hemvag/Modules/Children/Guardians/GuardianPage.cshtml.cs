using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Forms;
using Hemvag.Modules.Cases.Guardians;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Children.Guardians;

/// <summary>One who stands for a child: who it is, behind an opening, and whether they are suspected.</summary>
[Needs(CaseAction.SeeChildren)]
internal sealed class GuardianPageModel(
    GuardianQueries queries,
    GuardianKeeping keeping,
    TimeProvider time,
    IStringLocalizerFactory localizers,
    IStringLocalizer<ProgrammesTexts> words
) : ChildrenPageModel(time, localizers)
{
    [BindProperty(SupportsGet = true)]
    public Guid GuardianId { get; set; }

    public GuardianInput Change { get; set; } = new();

    public SuspicionInput Suspicion { get; set; } = new();

    public EndInput End { get; set; } = new();

    [BindProperty]
    public int SectionVersion { get; set; }

    internal GuardianRow Row { get; private set; } = null!;

    internal Unsealed<GuardianPayload>? Stored { get; private set; }

    /// <summary>Why they are suspected, or no longer, or stand for nobody; null while that is sealed.</summary>
    internal string? Reason { get; private set; }

    internal bool IsTyped => IsSent("Change");

    /// <summary>What someone else has saved since this form was shown, as far as it differs.</summary>
    internal IReadOnlyList<SavedField>? Meanwhile { get; private set; }

    public Task OnGetAsync()
    {
        End.On = Today;
        return LoadAsync();
    }

    [Needs(CaseAction.EditChildren)]
    public async Task<IActionResult> OnPostChangeAsync(GuardianInput change)
    {
        Change = change;
        await FindAsync();
        await keeping.WriteAsync(Handle, OperationId, GuardianId, change.Read(), SectionVersion);
        return To(ChildrenPages.Guardian(GuardianId));
    }

    [Needs(CaseAction.EditChildren)]
    public async Task<IActionResult> OnPostSuspectAsync(SuspicionInput suspicion)
    {
        Suspicion = suspicion;
        await FindAsync();
        await keeping.SuspectAsync(Handle, OperationId, GuardianId, suspicion.Suspected, suspicion.Reason);
        return To(ChildrenPages.Guardian(GuardianId));
    }

    [Needs(CaseAction.EditChildren)]
    public async Task<IActionResult> OnPostEndAsync(EndInput end)
    {
        End = end;
        await FindAsync();
        await keeping.EndAsync(Handle, OperationId, GuardianId, end.On!.Value, end.Reason);
        return To(ChildrenPages.Guardian(GuardianId));
    }

    public override async Task LoadAsync()
    {
        await FindAsync();
        if (IsOpen(Compartment.Protection))
        {
            Stored = (await queries.WordsAsync(Opened!)).GetValueOrDefault(Row.Guardian.Subject);
            Reason = await queries.ReasonAsync(Opened!, Row.Guardian);
        }

        if (Stored is not { } stored)
        {
            return;
        }

        if (!IsTyped)
        {
            Change = new GuardianInput
            {
                Name = stored.Value.Name,
                Contact = stored.Value.Contact,
                Notes = stored.Value.Notes,
            };
            SectionVersion = stored.Version;
        }
        else if (stored.Version != SectionVersion)
        {
            Meanwhile =
            [
                Field("Guardian.FullName", stored.Value.Name),
                Field("Guardian.Contact", stored.Value.Contact),
                Field("Guardian.Notes", stored.Value.Notes),
            ];
            SectionVersion = stored.Version;
            ModelState.Remove(nameof(SectionVersion));
        }
    }

    private SavedField Field(string key, string? value) => new(Texts[key], string.IsNullOrEmpty(value) ? words["Answer.NotAsked"] : value);

    private async Task FindAsync() => Row = await queries.FindAsync(Handle, GuardianId) ?? throw new NotThereException();
}

internal sealed class SuspicionInput
{
    /// <summary>What the form asks for: the other of what stands.</summary>
    public bool Suspected { get; set; }

    [MaxLength(2000)]
    public string? Reason { get; set; }
}

internal sealed class EndInput
{
    [Required]
    public DateOnly? On { get; set; }

    [MaxLength(2000)]
    public string? Reason { get; set; }
}
