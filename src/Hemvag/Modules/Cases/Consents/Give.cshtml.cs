using System.ComponentModel.DataAnnotations;
using Hemvag.Data;
using Hemvag.Modules.Cases.Documents;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Sealing;
using Hemvag.Web;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Cases.Consents;

/// <summary>Records a consent: who may see what, in which words and language, and the seven prompts one by one.</summary>
[Needs(CaseAction.ManageConsents)]
[RequestSizeLimit(UploadLimits.UploadBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadLimits.UploadBytes)]
internal sealed class GiveModel(
    ConsentService service,
    ConsentQueries queries,
    ProgrammeCatalogue programmes,
    OrganisationQueries organisations,
    IStringLocalizerFactory localizers
) : CasePageModel, ILoadsForRedisplay
{
    private ConsentPurpose purpose;

    [BindProperty]
    public Form Input { get; set; } = new();

    internal ConsentWording Wording => programmes.Get(Case.ProgrammeId).Consent(purpose);

    /// <summary>Who answers today where the words name an organisation whose mandate has ended.</summary>
    internal StatedRule? AnswersNow => Handle.Programme.AnswersNow;

    /// <summary>Of the region that has the case.</summary>
    internal string RegionName { get; private set; } = "";

    internal IReadOnlyList<Choice> Recipients { get; private set; } = [];

    internal IReadOnlyList<Choice> Offices { get; private set; } = [];

    /// <summary>Who may give it for a person under 18; nobody else is asked.</summary>
    internal IReadOnlyList<Choice> Guardians { get; private set; } = [];

    internal bool NamesOffice => ConsentRecipients.NamesOffice(purpose);

    internal IReadOnlyList<Choice> CompartmentChoices =>
        [.. Wording.Compartments.Select(c => new Choice(c.ToString(), localizers.Create(typeof(ProgrammesTexts))[$"Compartment.{c}"]))];

    internal IReadOnlyList<Choice> Prompts =>
        [.. ConsentPromptsAsked.For(purpose).Select(p => new Choice(p.ToString(), localizers.Create(typeof(CasesTexts))[$"ConsentPrompts.{p}"]))];

    public async Task<IActionResult> OnGetAsync(string purpose)
    {
        if (!Read(purpose))
        {
            return NotFound();
        }

        await LoadAsync();
        Input.Compartments = [.. Wording.Compartments];
        if (Recipients.Count == 1)
        {
            Input.Recipients = [Guid.Parse(Recipients[0].Value)];
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string purpose)
    {
        if (!Read(purpose))
        {
            return NotFound();
        }

        await LoadAsync();
        var allowed = Recipients.Concat(Offices).Select(c => Guid.Parse(c.Value)).ToHashSet();
        var chosen = Input.Recipients.Concat(Input.Office is { } office ? [office] : Array.Empty<Guid>()).ToList();
        if (chosen.Any(id => !allowed.Contains(id)))
        {
            throw new RefusedException(CaseRefusals.ConsentRecipientMissing, "Input.Recipients");
        }

        var before = (await queries.AllAsync(Handle)).FirstOrDefault(r =>
            r.Consent.Purpose == this.purpose && r.Consent.WithdrawnAt is null && r.Recipients.ToHashSet().SetEquals(chosen)
        );
        var request = Input.ToRequest(this.purpose, chosen, before?.Consent.Id);
        await service.GiveAsync(Handle, OperationId, request, await UploadedFile.ReadAsync(Input.Evidence, "Input.Evidence"));
        return Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.Consent));
    }

    public async Task LoadAsync()
    {
        if (!Read(RouteData.Values["purpose"]?.ToString()))
        {
            throw new NotThereException();
        }

        Guardians = Case.Minor is null ? [] : await GuardiansAsync();
        RegionName = AnswersNow is null ? "" : await organisations.NameAsync(Case.RegionId);
        var kinds = ConsentRecipients.KindsFor(purpose);
        var named = (await organisations.OfAsync(kinds)).Where(o => ConsentRecipients.CanName(o, purpose, Case));
        Recipients = [.. named.Select(o => new Choice(o.Id.ToString("D"), o.Name))];
        Offices = NamesOffice
            ? [.. (await organisations.OfAsync(ConsentRecipients.OfficeKinds)).Select(o => new Choice(o.Id.ToString("D"), o.Name))]
            : [];
    }

    private async Task<IReadOnlyList<Choice>> GuardiansAsync()
    {
        var texts = localizers.Create(typeof(CasesTexts));
        return
        [
            .. (await queries.GuardiansAsync(Handle)).Select(g => new Choice(
                g.Id.ToString("D"),
                texts["Guardian.Name", g.Number, texts[$"GuardianKind.{g.Kind}"].Value]
            )),
        ];
    }

    private bool Read(string? text) =>
        Enum.TryParse(text, out purpose)
        && Enum.IsDefined(purpose)
        && purpose.ToString() == text
        && programmes.Get(Case.ProgrammeId).Consents.Any(c => c.Purpose == purpose);

    internal sealed class Form
    {
        public List<Guid> Recipients { get; set; } = [];

        public Guid? Office { get; set; }

        public List<Compartment> Compartments { get; set; } = [];

        public List<ConsentPrompts> Prompts { get; set; } = [];

        [Required, MaxLength(8)]
        public string? Language { get; set; } = "sv";

        [MaxLength(ConsentWords.NameLength)]
        public string? Interpreter { get; set; }

        public bool InterpreterAccepted { get; set; }

        [MaxLength(ConsentWords.NameLength)]
        public string? Witness { get; set; }

        [MaxLength(ConsentWords.NameLength)]
        public string? Guardian { get; set; }

        public Guid? GuardianId { get; set; }

        public ChildAssent? Assent { get; set; }

        [MaxLength(ConsentWords.RemarksLength)]
        public string? Remarks { get; set; }

        [Required]
        public ConsentForm? GivenAs { get; set; }

        [Required]
        public DateOnly? StartsOn { get; set; }

        public DateOnly? EndsOn { get; set; }

        public IFormFile? Evidence { get; set; }

        public ConsentRequest ToRequest(ConsentPurpose purpose, IReadOnlyList<Guid> recipients, Guid? replaces) =>
            new(
                purpose,
                recipients,
                Compartments.Aggregate(Compartment.None, (all, one) => all | one),
                Language!,
                Interpreter,
                GivenAs!.Value,
                Prompts.Aggregate(ConsentPrompts.None, (all, one) => all | one),
                StartsOn!.Value,
                EndsOn,
                replaces,
                null
            )
            {
                InterpreterAccepted = InterpreterAccepted,
                Witness = Witness,
                Guardian = Guardian,
                GuardianId = GuardianId,
                Assent = Assent,
                Remarks = Remarks,
            };
    }
}
