using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Modules.Travel.Papers;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Travel.Packages;

/// <summary>A package is made for one kind of recipient: the form has what the version's template lets such a recipient have.</summary>
[Needs(CaseAction.HandOut)]
internal sealed class NewPackageModel(
    PackageKeeping keeping,
    PaperReading papers,
    IStringLocalizer<TravelTexts> texts,
    IStringLocalizer<ProgrammesTexts> words,
    ProgrammeCatalogue programmes,
    TimeProvider time
) : TravelPageModel(programmes, time), ILoadsForRedisplay
{
    [FromRoute]
    public string Recipient { get; set; } = "";

    public PackageForm Input { get; set; } = new();

    internal PackageTemplate Template { get; private set; } = null!;

    /// <summary>Those whose yes holds.</summary>
    internal IReadOnlyList<Choice> Embassies { get; private set; } = [];

    /// <summary>Shown on the answer to the form that made it, and never again.</summary>
    internal PackageSecret? Made { get; private set; }

    internal IReadOnlyList<Choice> Fields => [.. Template.Fields.Select(f => new Choice(f.ToString(), words[$"PackageField.{f}"]))];

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = new PackageForm { YesOn = Today, Days = 3 };
    }

    public async Task<IActionResult> OnPostAsync(PackageForm input)
    {
        Input = input;
        RequireTemplate();
        Made = await keeping.MakeAsync(Handle, OperationId, input.Read(Template.Kind));
        await LoadAsync();
        return Page();
    }

    public async Task LoadAsync()
    {
        RequireTemplate();
        if (Template.Kind != PackageRecipient.Embassy)
        {
            return;
        }

        var view = await papers.LoadAsync(Handle.CaseId);
        var names = IsOpen(Compartment.Travel) ? (await papers.WordsAsync(Opened!)).Embassies : null;
        Embassies =
        [
            .. view
                .Embassies.Select((embassy, at) => (embassy, at))
                .Where(e => view.LiveYes(e.embassy.Id) is not null)
                .Select(e => new Choice(
                    e.embassy.Id.ToString("D"),
                    names?.GetValueOrDefault(e.embassy.Subject)?.Name ?? $"{texts["Embassies.One"].Value} {e.at + 1}"
                )),
        ];
    }

    private void RequireTemplate() =>
        Template =
            (Programme.Packages ?? []).FirstOrDefault(t => t.Kind.ToString().Equals(Recipient, StringComparison.OrdinalIgnoreCase))
            ?? throw new NotThereException();
}
