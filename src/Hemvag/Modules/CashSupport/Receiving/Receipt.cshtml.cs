using Hemvag.Modules.Cases;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Modules.Programmes;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.CashSupport.Receiving;

/// <summary>IOM Finland confirms receipt of a decision, and asks the local office for the payment.</summary>
[Needs(CaseAction.ConfirmCash)]
internal sealed class ReceiptModel(
    CashQueries queries,
    FamilyNames names,
    CashWords words,
    ReceiptConfirming confirming,
    CombinationCheck check,
    TimeProvider time
) : CashPageModel(queries, names, words, time)
{
    [BindProperty]
    public CombinationAnswer? Combination { get; set; }

    /// <summary>The form was sent to put the receipt off.</summary>
    [BindProperty]
    public bool Later { get; set; }

    /// <summary>Cases of the return programme of the same person, of those the reader works on.</summary>
    internal IReadOnlyList<string> Beside { get; private set; } = [];

    internal bool Asks => Beside.Count > 0 && Handle.Programme.Combination == CombinationRule.Ask;

    internal bool IsConfirmed => Case.Has(MilestoneKind.ReceiptConfirmed);

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (Later || (Asks && Combination is CombinationAnswer.Waits or CombinationAnswer.MayNot))
        {
            await confirming.PutOffAsync(Handle, OperationId, Combination);
        }
        else
        {
            await confirming.ConfirmAsync(Handle, OperationId, Combination);
        }

        return ToDecision();
    }

    public override async Task LoadAsync()
    {
        await base.LoadAsync();
        Beside = await check.NumbersAsync(Handle);
    }
}
