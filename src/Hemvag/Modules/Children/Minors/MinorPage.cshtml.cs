using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Documents;
using Hemvag.Modules.Cases.Forms;
using Hemvag.Modules.Cases.Guardians;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Children.Minors;

/// <summary>What a child who returns alone needs: guardian, decisions on its best interests, who receives it and has taken over.</summary>
[Needs(CaseAction.SeeChildren)]
[RequestSizeLimit(UploadLimits.UploadBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadLimits.UploadBytes)]
internal sealed class MinorPageModel(
    MinorQueries queries,
    MinorKeeping keeping,
    TimeProvider time,
    IStringLocalizerFactory localizers,
    IStringLocalizer<ProgrammesTexts> words
) : ChildrenPageModel(time, localizers)
{
    public SignInput Sign { get; set; } = new();

    public BestInterestsInput Decide { get; set; } = new();

    public ReceivingInput Receiving { get; set; } = new();

    public TakenInput Taken { get; set; } = new();

    public UnsignInput Unsign { get; set; } = new();

    public UntakeInput Untake { get; set; } = new();

    public TakenInput Returned { get; set; } = new();

    [BindProperty]
    public int SectionVersion { get; set; }

    internal MinorView View { get; private set; } = null!;

    internal UnaccompaniedMinor Minor => View.Minor;

    internal Unsealed<ReceivingPayload>? Receiver { get; private set; }

    internal IReadOnlyDictionary<string, BestInterestsPayload> Reasons { get; private set; } =
        new Dictionary<string, BestInterestsPayload>(StringComparer.Ordinal);

    /// <summary>What someone else has saved of the receiving authority since this form was shown.</summary>
    internal IReadOnlyList<SavedField>? Meanwhile { get; private set; }

    /// <summary>The rules for children hold, and this account may keep them.</summary>
    internal bool MayKeep => Handle.May(CaseAction.EditMinor) && Case.ClosedAt is null && Minor.AdultSince is null;

    internal bool IsTyped => IsSent("Receiving");

    /// <summary>The child has left and nobody has taken over: it may be back.</summary>
    internal bool MayReturn =>
        Handle.May(CaseAction.ConfirmTakingOver)
        && Case.ClosedAt is null
        && Minor is { AdultSince: null, TakenOverOn: null, BackOn: null }
        && (Case.Has(MilestoneKind.Departed) || Case.Has(MilestoneKind.MetOnArrival));

    internal bool MayTakeBack =>
        Handle.May(CaseAction.ConfirmTakingOver) && Case.ClosedAt is null && Minor is { AdultSince: null, IsWithSomeone: true };

    /// <summary>Why what was signed or confirmed was taken back, by subject.</summary>
    internal IReadOnlyDictionary<string, string> TakenBack { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    internal bool MayConfirm =>
        Handle.May(CaseAction.ConfirmTakingOver)
        && Case.ClosedAt is null
        && Minor is { AdultSince: null, TakenOverOn: null }
        && Case.Has(MilestoneKind.MetOnArrival);

    /// <summary>What stands of the receiving authority can be shown, or there is nothing to show.</summary>
    internal bool MayName => MayKeep && (IsOpen(Compartment.Protection) || View.ReceivingVersion == 0 || IsTyped);

    internal IReadOnlyList<Choice> Guardians =>
        [.. View.Guardians.Where(g => g.Counts && g.Decides).Select(g => new Choice(g.Id.ToString("D"), NameOf(g)))];

    /// <summary>Everyone recorded, also those who may not sign.</summary>
    internal string AllGuardians =>
        string.Join(
            ", ",
            View.Guardians.Where(g => g.EndedOn is null).Select(g => g.IsSuspected ? $"{NameOf(g)} ({Texts["Guardian.Suspected"]})" : NameOf(g))
        );

    internal int? SignedBy => View.Guardians.FirstOrDefault(g => g.Id == Minor.SignedBy)?.Number;

    public Task OnGetAsync()
    {
        (Sign.On, Decide.On, Taken.On, Unsign.On, Returned.On) = (Today, Today, Today, Today, Today);
        return LoadAsync();
    }

    [Needs(CaseAction.EditMinor)]
    public async Task<IActionResult> OnPostSignAsync(SignInput sign)
    {
        Sign = sign;
        await FindAsync();
        await keeping.SignAsync(Handle, OperationId, sign.GuardianId, sign.On!.Value, await UploadedFile.ReadAsync(sign.Sheet, "Sign.Sheet"));
        return Back();
    }

    [Needs(CaseAction.EditMinor)]
    public async Task<IActionResult> OnPostDecideAsync(BestInterestsInput decide)
    {
        Decide = decide;
        await FindAsync();
        await keeping.DecideAsync(Handle, OperationId, decide.Read(), await UploadedFile.ReadAsync(decide.Evidence, "Decide.Evidence"));
        return Back();
    }

    [Needs(CaseAction.EditMinor)]
    public async Task<IActionResult> OnPostReceivingAsync(ReceivingInput receiving)
    {
        Receiving = receiving;
        await FindAsync();
        await keeping.NameReceiverAsync(Handle, OperationId, receiving.Read(), SectionVersion);
        return Back();
    }

    [Needs(CaseAction.ConfirmTakingOver)]
    public async Task<IActionResult> OnPostTakenAsync(TakenInput taken)
    {
        Taken = taken;
        await FindAsync();
        await keeping.ConfirmTakenOverAsync(Handle, OperationId, taken.On!.Value);
        return Back();
    }

    [Needs(CaseAction.EditMinor)]
    public async Task<IActionResult> OnPostUnsignAsync(UnsignInput unsign)
    {
        Unsign = unsign;
        await FindAsync();
        await keeping.TakeBackSignatureAsync(Handle, OperationId, unsign.On!.Value, unsign.Reason);
        return Back();
    }

    [Needs(CaseAction.ConfirmTakingOver)]
    public async Task<IActionResult> OnPostUntakeAsync(UntakeInput untake)
    {
        Untake = untake;
        await FindAsync();
        await keeping.TakeBackTakingOverAsync(Handle, OperationId, untake.Reason);
        return Back();
    }

    [Needs(CaseAction.ConfirmTakingOver)]
    public async Task<IActionResult> OnPostReturnedAsync(TakenInput returned)
    {
        Returned = returned;
        await FindAsync();
        await keeping.RecordBackAsync(Handle, OperationId, returned.On!.Value);
        return Back();
    }

    [Needs(CaseAction.EditMinor)]
    public async Task<IActionResult> OnPostAdultAsync()
    {
        await FindAsync();
        await keeping.EndAsync(Handle, OperationId);
        return Back();
    }

    public override async Task LoadAsync()
    {
        await FindAsync();
        if (!IsOpen(Compartment.Protection))
        {
            return;
        }

        (Reasons, TakenBack) = await queries.ReasonsAsync(Opened!);
        Receiver = await queries.ReceivingAsync(Opened!);
        if (Receiver is { } stored)
        {
            Show(stored);
        }
    }

    private void Show(Unsealed<ReceivingPayload> stored)
    {
        if (!IsTyped)
        {
            Receiving = new ReceivingInput
            {
                Authority = stored.Value.Authority,
                Contact = stored.Value.Contact,
                Notes = stored.Value.Notes,
            };
            SectionVersion = stored.Version;
        }
        else if (stored.Version != SectionVersion)
        {
            Meanwhile =
            [
                Field("Receiving.Authority", stored.Value.Authority),
                Field("Receiving.Contact", stored.Value.Contact),
                Field("Receiving.Notes", stored.Value.Notes),
            ];
            SectionVersion = stored.Version;
            ModelState.Remove(nameof(SectionVersion));
        }
    }

    private string NameOf(Guardian guardian) => Texts["Guardian.Name", guardian.Number, Texts[$"GuardianKind.{guardian.Kind}"].Value];

    private SavedField Field(string key, string? value) => new(Texts[key], string.IsNullOrEmpty(value) ? words["Answer.NotAsked"] : value);

    private async Task FindAsync() => View = await queries.FindAsync(Handle) ?? throw new NotThereException();

    private RedirectResult Back() => To(CaseLinks.Minor);
}

internal sealed class SignInput
{
    public Guid? GuardianId { get; set; }

    [Required]
    public DateOnly? On { get; set; }

    public IFormFile? Sheet { get; set; }
}

internal sealed class BestInterestsInput
{
    [Required]
    public DecisionSide? Side { get; set; }

    [Required]
    public bool? InBestInterests { get; set; }

    [Required]
    public DateOnly? On { get; set; }

    [Required, MaxLength(300)]
    public string? Authority { get; set; }

    [MaxLength(120)]
    public string? Reference { get; set; }

    [MaxLength(4000)]
    public string? Reasons { get; set; }

    public IFormFile? Evidence { get; set; }

    public BestInterestsOrder Read() => new(Side!.Value, InBestInterests!.Value, On!.Value, new BestInterestsPayload(Authority!, Reference, Reasons));
}

internal sealed class ReceivingInput
{
    [Required, MaxLength(300)]
    public string? Authority { get; set; }

    [MaxLength(400)]
    public string? Contact { get; set; }

    [MaxLength(2000)]
    public string? Notes { get; set; }

    public ReceivingPayload Read() => new(Authority!, Contact, Notes);
}

internal sealed class TakenInput
{
    [Required]
    public DateOnly? On { get; set; }
}

internal sealed class UntakeInput
{
    [MaxLength(2000)]
    public string? Reason { get; set; }
}

internal sealed class UnsignInput
{
    [Required]
    public DateOnly? On { get; set; }

    [MaxLength(2000)]
    public string? Reason { get; set; }
}
