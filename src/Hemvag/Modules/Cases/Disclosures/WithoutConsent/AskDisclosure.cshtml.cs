using System.ComponentModel.DataAnnotations;
using Hemvag.Data;
using Hemvag.Modules.Cases.Colleagues;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Cases.Disclosures.WithoutConsent;

/// <summary>Asks a colleague to decide whether something is disclosed without the person's consent.</summary>
[Needs(CaseAction.DiscloseWithoutConsent)]
internal sealed class AskDisclosureModel(
    DisclosingWithoutConsent disclosing,
    OrganisationQueries organisations,
    ColleagueQueries colleagues,
    IStringLocalizerFactory localizers
) : CasePageModel, ILoadsForRedisplay
{
    [BindProperty]
    public Guid? OrganisationId { get; set; }

    [BindProperty]
    public DisclosureGround? Ground { get; set; }

    [BindProperty]
    public List<Compartment> Chosen { get; set; } = [];

    [BindProperty]
    public Guid? ReviewerId { get; set; }

    [BindProperty, Required, MaxLength(2000)]
    public string? Reason { get; set; }

    internal IReadOnlyList<Choice> Organisations { get; private set; } = [];

    internal IReadOnlyList<Choice> Reviewers { get; private set; } = [];

    internal IReadOnlyList<Choice> Grounds =>
        [.. LegalGrounds.All.Select(g => new Choice(g.ToString(), localizers.Create(typeof(CasesTexts))[$"DisclosureGround.{g}"]))];

    internal IReadOnlyList<Choice> Compartments =>
        [
            .. Sealing
                .Compartments.Each(Handle.Compartments)
                .Select(c => new Choice(c.ToString(), localizers.Create(typeof(ProgrammesTexts))[$"Compartment.{c}"])),
        ];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var to = OrganisationId ?? throw new RefusedException(CaseRefusals.DisclosureRecipient, nameof(OrganisationId));
        var ground = Ground ?? throw new RefusedException(CaseRefusals.DisclosureGroundMissing, nameof(Ground));
        var reviewer = ReviewerId ?? throw new RefusedException(CaseRefusals.ColleagueMissing, nameof(ReviewerId));
        var what = Chosen.Aggregate(Compartment.None, (all, one) => all | one);
        await disclosing.AskAsync(Handle, OperationId, new DisclosureOrder(to, ground, what, reviewer, Reason!.Trim()));
        return Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.Disclosures));
    }

    public async Task LoadAsync()
    {
        Organisations =
        [
            .. (await organisations.OfAsync())
                .Where(o => o.Id != Case.RegionId && LegalGrounds.For(o.Kind).Count > 0)
                .Select(o => new Choice(o.Id.ToString(), o.Name)),
        ];
        Reviewers = [.. (await colleagues.ColleaguesAsync(Handle)).Select(c => new Choice(c.Id.ToString(), c.Name))];
    }
}
