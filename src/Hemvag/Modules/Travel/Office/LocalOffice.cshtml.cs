using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Travel.Office;

internal sealed class OfficeForm
{
    [Required]
    public Guid? OrganisationId { get; set; }

    /// <summary>Only when another office takes over.</summary>
    [MaxLength(2000)]
    public string? Reason { get; set; }

    /// <summary>The office that the form had shown as named; null for none.</summary>
    public Guid? Shown { get; set; }
}

/// <summary>Names the office or partner that may know of the case and meets the person.</summary>
[Needs(CaseAction.ArrangeTravel)]
internal sealed class LocalOfficeModel(
    OfficeNaming naming,
    OfficeReading reading,
    OrganisationQueries organisations,
    SealedNotes notes,
    IStringLocalizer<TravelTexts> texts,
    IStringLocalizer<ProgrammesTexts> words,
    ProgrammeCatalogue programmes,
    TimeProvider time
) : TravelPageModel(programmes, time), ILoadsForRedisplay
{
    public OfficeForm Input { get; set; } = new();

    internal IReadOnlyList<Choice> Offices { get; private set; } = [];

    /// <summary>Names of those the person has said yes to.</summary>
    internal IReadOnlyList<string> Consented { get; private set; } = [];

    internal string? CurrentName { get; private set; }

    /// <summary>Someone else has named an office since the form was shown.</summary>
    internal bool WasNamed => HttpMethods.IsPost(Request.Method) && Input.Shown != Case.LocalOfficeId;

    /// <summary>Why the office was changed last, and which it was before; null when it never was, or while it is closed.</summary>
    internal (string Before, string Reason)? Changed { get; private set; }

    /// <summary>Null while no office is named.</summary>
    internal SealedClosed? ChangeSealed =>
        Case.LocalOfficeId is null || !Handle.MayOpen(Compartment.Travel)
            ? null
            : new SealedClosed(
                Handle.CaseId,
                Compartment.Travel,
                words["Compartment.Travel"],
                texts["Office.ChangeSealed"],
                "travel",
                "travel/office"
            );

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = new OfficeForm { OrganisationId = Case.LocalOfficeId ?? await reading.UsualAsync(Case, Today) };
    }

    [Needs(CaseAction.ArrangeTravel)]
    public async Task<IActionResult> OnPostAsync(OfficeForm input)
    {
        Input = input;
        await naming.NameAsync(Handle, OperationId, input.Shown, input.OrganisationId!.Value, input.Reason);
        return Redirect(PathTo(CaseLinks.Travel));
    }

    public async Task LoadAsync()
    {
        var all = await organisations.OfAsync([.. TravelOrganisations.CanMeet]);
        Offices = [.. all.Select(o => new Choice(o.Id.ToString("D"), o.Name))];
        var yes = await reading.ConsentedAsync(Case, Today);
        Consented = [.. all.Where(o => yes.Contains(o.Id)).Select(o => o.Name)];
        var changes = await notes.ReadAsync<OfficeChange>(Handle, Compartment.Travel, OfficeChange.Subject);
        Changed = changes.GetValueOrDefault(OfficeChange.Subject) is { } change
            ? (all.FirstOrDefault(o => o.Id == change.Before)?.Name ?? "", change.Reason)
            : null;
        CurrentName = all.FirstOrDefault(o => o.Id == Case.LocalOfficeId)?.Name;
    }
}
