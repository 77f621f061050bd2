using Hemvag.Modules.Cases;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Justice.Proceedings;

/// <summary>A proceeding is added to the thread; the first one opens it.</summary>
[Needs(CaseAction.EditJustice)]
internal sealed class NewProceedingModel(ProceedingKeeping keeping, TimeProvider time) : JusticePageModel(time)
{
    public NewInput Input { get; set; } = new();

    public void OnGet() => Input.StageOn = Today;

    public async Task<IActionResult> OnPostAsync(NewInput input)
    {
        Input = input;
        await keeping.OpenAsync(Handle, OperationId, input.Side!.Value, input.Stage!.Value, input.StageOn!.Value, input.Read());
        return To(CaseLinks.Justice);
    }

    public override Task LoadAsync() => Task.CompletedTask;
}
