using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Cases;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.CashSupport.Paying;

/// <summary>The person came to the office: who, with which paper, and whether the office recognised them.</summary>
[Needs(CaseAction.RecordPresented)]
internal sealed class PresentedModel(CashQueries queries, FamilyNames names, CashWords words, Presenting presenting, TimeProvider time)
    : CashPageModel(queries, names, words, time)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    internal IReadOnlyList<Choice> People => [.. View.Shares.Select(s => new Choice(s.Member.Id.ToString("D"), Words.Who(s.Member, Names)))];

    public Task OnGetAsync()
    {
        Input.On = Today;
        return LoadAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        await presenting.RecordAsync(
            Handle,
            OperationId,
            new PresentedInput(Input.On!.Value, Input.Came, Input.Document!.Value, Input.DocumentNumber, Input.Recognised!.Value)
        );
        return ToDecision();
    }

    internal sealed class Form
    {
        [Required]
        public DateOnly? On { get; set; }

        public List<Guid> Came { get; set; } = [];

        [Required]
        public ShownDocument? Document { get; set; }

        [MaxLength(40)]
        public string? DocumentNumber { get; set; }

        [Required]
        public bool? Recognised { get; set; }
    }
}
