using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Documents;
using Hemvag.Modules.Cases.Guardians;
using Hemvag.Modules.Organisations;
using Hemvag.Sealing;
using Hemvag.Web;
using Hemvag.Web.Formatting;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Children.Accompanying;

/// <summary>One child: who it is, who decides over it, what it says itself, whether it gets support and whether it travels along.</summary>
[Needs(CaseAction.SeeChildren)]
[RequestSizeLimit(UploadLimits.UploadBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadLimits.UploadBytes)]
internal sealed class ChildPageModel(
    ChildQueries queries,
    ChildKeeping keeping,
    CustodyKeeping custodyKeeping,
    DecidingSupport deciding,
    OrganisationCatalogue countries,
    TimeProvider time,
    IStringLocalizerFactory localizers
) : ChildrenPageModel(time, localizers)
{
    [BindProperty(SupportsGet = true)]
    public Guid ChildId { get; set; }

    public CustodyInput Custody { get; set; } = new();

    public ViewInput View { get; set; } = new();

    public SupportInput Decision { get; set; } = new();

    public TravelInput Travel { get; set; } = new();

    public BackInput Back { get; set; } = new();

    internal ChildOverview Seen { get; private set; } = null!;

    internal Unsealed<ChildIdentityPayload>? Identity { get; private set; }

    /// <summary>What is sealed under Protection; nothing while that is closed.</summary>
    internal ChildWords Words { get; private set; } = ChildWords.Nothing;

    internal AccompanyingChild Child => Seen.Child;

    internal string? CustodyOn => Child.CustodyOn is { } on ? Dates.Iso(on) : null;

    internal bool MayDecide =>
        Handle.May(CaseAction.DecideChildSupport) && Case is { ClosedAt: null, HeldAt: null, SupportEndedAt: null } && Child.TravelsAlong;

    internal IReadOnlyList<Choice> Guardians => [.. Seen.Guardians.Where(g => g.Counts).Select(g => new Choice(g.Id.ToString("D"), NameOf(g)))];

    public Task OnGetAsync()
    {
        (Custody.On, View.On, Decision.On, Back.On) = (Today, Today, Today, Today);
        return LoadAsync();
    }

    [Needs(CaseAction.EditChildren)]
    public async Task<IActionResult> OnPostCustodyAsync(CustodyInput custody)
    {
        Custody = custody;
        await FindAsync();
        await custodyKeeping.SettleAsync(
            Handle,
            OperationId,
            ChildId,
            new CustodyOrder(
                custody.Ground!.Value,
                custody.On!.Value,
                custody.SaidYes,
                custody.Authority,
                custody.Reference,
                custody.Notes,
                new CustodyShown(custody.ShownGround, custody.ShownOn)
            ),
            await UploadedFile.ReadAsync(custody.Evidence, "Custody.Evidence")
        );
        return Again();
    }

    [Needs(CaseAction.EditChildren)]
    public async Task<IActionResult> OnPostViewAsync(ViewInput view)
    {
        View = view;
        await FindAsync();
        await keeping.HearAsync(
            Handle,
            OperationId,
            ChildId,
            new ViewOrder(view.Age!.Value, view.View!.Value, view.On!.Value, view.Words, view.Shown)
        );
        return Again();
    }

    [Needs(CaseAction.DecideChildSupport)]
    public async Task<IActionResult> OnPostDecideAsync(SupportInput decision)
    {
        Decision = decision;
        await FindAsync();
        await deciding.DecideAsync(
            Handle,
            OperationId,
            ChildId,
            new SupportOrder(decision.Gets!.Value, decision.On!.Value, decision.Reasons, decision.Shown)
        );
        return Again();
    }

    [Needs(CaseAction.EditChildren)]
    public async Task<IActionResult> OnPostBackAsync(BackInput back)
    {
        Back = back;
        await FindAsync();
        await custodyKeeping.TakeBackAsync(Handle, OperationId, ChildId, back.On!.Value, back.Reason);
        return Again();
    }

    [Needs(CaseAction.EditChildren)]
    public async Task<IActionResult> OnPostGrownAsync()
    {
        await FindAsync();
        await keeping.GrowAsync(Handle, OperationId, ChildId);
        return Again();
    }

    [Needs(CaseAction.EditChildren)]
    public async Task<IActionResult> OnPostTravelAsync(TravelInput travel)
    {
        Travel = travel;
        await FindAsync();
        await keeping.SetTravelAsync(Handle, OperationId, ChildId, travel.TravelsAlong, travel.Reason);
        return Again();
    }

    public override async Task LoadAsync()
    {
        await FindAsync();
        if (IsOpen(Compartment.Identity))
        {
            Identity = await queries.IdentityAsync(Opened!, Child);
        }

        if (IsOpen(Compartment.Protection))
        {
            Words = await queries.WordsAsync(Opened!, Seen);
        }
    }

    internal string? Country(string? code) => code is null ? null : countries.Country(code)?.Name.Shown ?? code;

    internal string SaidYes =>
        Words.Custody is { SaidYes.Count: > 0 } custody ? string.Join(", ", custody.SaidYes.Select(n => Texts["Guardian.Number", n].Value)) : "";

    private string NameOf(Guardian guardian) => Texts["Guardian.Name", guardian.Number, Texts[$"GuardianKind.{guardian.Kind}"].Value];

    private async Task FindAsync() => Seen = await queries.FindAsync(Handle, ChildId) ?? throw new NotThereException();

    private RedirectResult Again() => To(ChildrenPages.Child(ChildId));
}

internal sealed class CustodyInput
{
    [Required]
    public CustodyGround? Ground { get; set; }

    [Required]
    public DateOnly? On { get; set; }

    public List<Guid> SaidYes { get; set; } = [];

    [MaxLength(300)]
    public string? Authority { get; set; }

    [MaxLength(120)]
    public string? Reference { get; set; }

    [MaxLength(2000)]
    public string? Notes { get; set; }

    public IFormFile? Evidence { get; set; }

    public CustodyGround? ShownGround { get; set; }

    public DateOnly? ShownOn { get; set; }
}

internal sealed class BackInput
{
    [Required]
    public DateOnly? On { get; set; }

    [MaxLength(2000)]
    public string? Reason { get; set; }
}

internal sealed class ViewInput
{
    [Required]
    public ChildAge? Age { get; set; }

    [Required]
    public ChildView? View { get; set; }

    [Required]
    public DateOnly? On { get; set; }

    [MaxLength(4000)]
    public string? Words { get; set; }

    /// <summary>The hearing that counted when the form was shown.</summary>
    public Guid? Shown { get; set; }
}

internal sealed class SupportInput
{
    [Required]
    public bool? Gets { get; set; }

    [Required]
    public DateOnly? On { get; set; }

    [MaxLength(4000)]
    public string? Reasons { get; set; }

    /// <summary>The decision that counted when the form was shown.</summary>
    public Guid? Shown { get; set; }
}

internal sealed class TravelInput
{
    /// <summary>What the form asks for: the other of what stands.</summary>
    public bool TravelsAlong { get; set; }

    [MaxLength(2000)]
    public string? Reason { get; set; }
}
