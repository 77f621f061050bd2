using System.ComponentModel.DataAnnotations;
using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Money;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Reintegration.Plans;

/// <summary>Records one party's yes to the plan as it stands.</summary>
[Needs(CaseAction.AgreeToPlan)]
internal sealed class AgreeToPlanModel(PlanQueries queries, PlanAgreeing agreeing, PlanDesk desk, TimeProvider time)
    : CasePageModel,
        ILoadsForRedisplay
{
    [BindProperty(SupportsGet = true, Name = "party")]
    public string PartyName { get; set; } = "";

    [BindProperty]
    public int SectionVersion { get; set; }

    [BindProperty]
    public Form Yes { get; set; } = new();

    internal PlanView View { get; private set; } = new(0, [], []);

    /// <summary>The plan has been changed since the form was shown; a yes to it is a yes to what stands now.</summary>
    internal bool HasChanged { get; private set; }

    internal IReadOnlyDictionary<Guid, Unsealed<PlanItemText>> Texts { get; private set; } = new Dictionary<Guid, Unsealed<PlanItemText>>();

    internal string Currency => desk.Programme(Handle).Entitlements.Currency;

    internal PlanParty Party { get; private set; }

    /// <summary>Each party says yes for itself; a party that is none is not there.</summary>
    internal override bool MayBeHere => !TryReadParty() || PlanParties.MayRecord(Party, Handle.Roles);

    internal bool IsPerson => Party == PlanParty.Person;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!TryReadParty())
        {
            return NotFound();
        }

        await LoadAsync();
        HasChanged = false;
        Yes.On = LocalDates.Today(time.GetUtcNow().UtcDateTime, Handle.Account.Zone);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        ReadParty();
        if (Yes.Language is { } language && !SpokenLanguages.Has(language))
        {
            throw new RefusedException(ReintegrationRefusals.AgreementLanguageMissing, "Yes.Language");
        }

        await agreeing.AgreeAsync(Handle, OperationId, SectionVersion, new PlanYes(Party, Yes.On!.Value, Yes.Language, Yes.Interpreter));
        return Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.Plan));
    }

    public async Task LoadAsync()
    {
        ReadParty();
        View = await queries.ReadAsync(Handle);
        HasChanged = View.Version != SectionVersion;
        SectionVersion = View.Version;
        if (HasChanged && IsOpen(Compartment.Protection))
        {
            Texts = await queries.TextsAsync(Opened!);
        }
    }

    private bool TryReadParty()
    {
        var known = ExactWord.TryRead<PlanParty>(PartyName, out var party) && party is not null;
        Party = party ?? default;
        return known;
    }

    private void ReadParty()
    {
        if (!TryReadParty())
        {
            throw new NotThereException();
        }
    }

    internal sealed class Form
    {
        [Required]
        public DateOnly? On { get; set; }

        [MaxLength(8)]
        public string? Language { get; set; }

        [MaxLength(120)]
        public string? Interpreter { get; set; }
    }
}
