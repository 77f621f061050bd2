using Hemvag.Modules.Cases;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Assessments.Risks;

/// <summary>Adds a row to the risk table. Adding needs no opening.</summary>
[Needs(CaseAction.EditRisks)]
internal sealed class NewRiskModel(RiskTable table, RiskFields fields, IStringLocalizer<AssessmentsTexts> texts, TimeProvider time)
    : RiskFormModel(fields, texts, time)
{
    private readonly RiskFields fields = fields;

    public Task OnGetAsync() => LoadAsync();

    /// <param name="another">True to go on with the next row.</param>
    public async Task<IActionResult> OnPostAsync([Bind(Prefix = nameof(Input))] RiskInput input, bool another)
    {
        Input = input;
        var owner = await fields.OwnerAsync(Handle, Today, input.Owner, null);
        await table.AddAsync(Handle, OperationId, input.Codes(owner), input.Texts());
        return Redirect(CaseLinks.To(Handle.CaseId, another ? AssessmentPages.NewRisk : CaseLinks.Risks));
    }

    public override Task LoadAsync() => LoadChoicesAsync();
}
