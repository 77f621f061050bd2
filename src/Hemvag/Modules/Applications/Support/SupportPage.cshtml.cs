using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Applications.Support;

/// <summary>IOM Finland answers on each kind of support the programme offers (S0.16, S1.21–S1.31).</summary>
[Needs(CaseAction.AnswerSupport)]
internal sealed class SupportPageModel(SupportService support, ProgrammeCatalogue programmes) : CasePageModel, ILoadsForRedisplay
{
    /// <summary>By the kind's name.</summary>
    [BindProperty]
    public Dictionary<string, SupportInput> Rows { get; set; } = [];

    internal IReadOnlyList<SupportDefinition> Kinds => programmes.Get(Case.ProgrammeId).Support;

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        return Case.Has(MilestoneKind.ReceiptConfirmed) ? Page() : Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.Referral));
    }

    /// <summary>Every kind has its row, also those that were not posted.</summary>
    public Task LoadAsync()
    {
        foreach (var kind in Kinds)
        {
            Rows.TryAdd(kind.Kind.ToString(), new SupportInput());
        }

        return Task.CompletedTask;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var answers = Kinds.Select(k => (k.Kind, Input: Rows.GetValueOrDefault(k.Kind.ToString()) ?? new SupportInput()));
        await support.AnswerAsync(
            Handle,
            OperationId,
            [.. answers.Select(a => new SupportAnswered(a.Kind, a.Input.Availability, a.Input.Reasons, a.Input.Alternatives))]
        );
        return Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.Referral));
    }
}

/// <summary>The answer on one kind of support.</summary>
internal sealed class SupportInput
{
    public SupportAvailability? Availability { get; set; }

    [MaxLength(2000)]
    public string? Reasons { get; set; }

    [MaxLength(2000)]
    public string? Alternatives { get; set; }
}
