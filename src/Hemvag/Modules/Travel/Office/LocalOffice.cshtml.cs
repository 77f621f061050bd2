using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Travel.Office;

internal sealed class OfficeForm
{
    [Required]
    public Guid? OrganisationId { get; set; }

    /// <summary>Only when another office takes over.</summary>
    [MaxLength(2000)]
    public string? Reason { get; set; }
}

/// <summary>Names the office or partner that may know of the case and meets the person.</summary>
[Needs(CaseAction.ArrangeTravel)]
internal sealed class LocalOfficeModel(
    OfficeNaming naming,
    OfficeReading reading,
    OrganisationQueries organisations,
    ProgrammeCatalogue programmes,
    TimeProvider time
) : TravelPageModel(programmes, time), ILoadsForRedisplay
{
    public OfficeForm Input { get; set; } = new();

    internal IReadOnlyList<Choice> Offices { get; private set; } = [];

    /// <summary>Names of those the person has said yes to.</summary>
    internal IReadOnlyList<string> Consented { get; private set; } = [];

    internal string? CurrentName { get; private set; }

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = new OfficeForm { OrganisationId = Case.LocalOfficeId ?? await reading.UsualAsync(Case, Today) };
    }

    [Needs(CaseAction.ArrangeTravel)]
    public async Task<IActionResult> OnPostAsync(OfficeForm input)
    {
        Input = input;
        await naming.NameAsync(Handle, OperationId, input.OrganisationId!.Value, input.Reason);
        return Redirect(PathTo(CaseLinks.Travel));
    }

    public async Task LoadAsync()
    {
        var all = await organisations.OfAsync([.. TravelOrganisations.CanMeet]);
        Offices = [.. all.Select(o => new Choice(o.Id.ToString("D"), o.Name))];
        var yes = await reading.ConsentedAsync(Case, Today);
        Consented = [.. all.Where(o => yes.Contains(o.Id)).Select(o => o.Name)];
        CurrentName = all.FirstOrDefault(o => o.Id == Case.LocalOfficeId)?.Name;
    }
}
