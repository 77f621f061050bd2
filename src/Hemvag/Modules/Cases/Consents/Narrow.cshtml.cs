using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Cases.Consents;

/// <summary>Takes back a part of a consent at the person's wish. No reason is asked.</summary>
[Needs(CaseAction.WithdrawConsent)]
internal sealed class NarrowModel(
    ConsentNarrowing narrowing,
    ConsentQueries queries,
    OrganisationQueries organisations,
    IStringLocalizer<ProgrammesTexts> words
) : CasePageModel, ILoadsForRedisplay
{
    [BindProperty]
    public Form Input { get; set; } = new();

    internal Consent Consent { get; private set; } = null!;

    internal IReadOnlyList<Choice> Recipients { get; private set; } = [];

    internal IReadOnlyList<Choice> CompartmentChoices =>
        [.. Compartments.Each(Consent.Compartments).Select(c => new Choice(c.ToString(), words[$"Compartment.{c}"]))];

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input.Recipients = [.. Recipients.Select(r => Guid.Parse(r.Value))];
        Input.Compartments = [.. Compartments.Each(Consent.Compartments)];
        Input.EndsOn = Consent.EndsOn;
    }

    public async Task<IActionResult> OnPostAsync(Guid consentId)
    {
        var left = Input.Compartments.Aggregate(Compartment.None, (all, one) => all | one);
        await narrowing.NarrowAsync(Handle, OperationId, consentId, new WhatIsLeft(Input.Recipients, left, Input.EndsOn));
        // The one who narrows may lose sight of the case with it.
        return Redirect(Handle.May(CaseAction.ManageConsents) ? CaseLinks.To(Handle.CaseId, CaseLinks.Consent) : "/");
    }

    public async Task LoadAsync()
    {
        var row = await queries.OneAsync(Handle, Guid.Parse(RouteData.Values["consentId"]!.ToString()!)) ?? throw new NotThereException();
        Consent = row.Consent;
        var named = new List<Choice>();
        foreach (var id in row.Recipients)
        {
            named.Add(new Choice(id.ToString("D"), await organisations.NameAsync(id)));
        }

        Recipients = named;
    }

    internal sealed class Form
    {
        public List<Guid> Recipients { get; set; } = [];

        public List<Compartment> Compartments { get; set; } = [];

        public DateOnly? EndsOn { get; set; }
    }
}
