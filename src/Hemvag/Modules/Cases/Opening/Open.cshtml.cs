using Hemvag.Sealing;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Cases.Opening;

/// <summary>Opens or closes compartments of a case and goes back to the page that asked.</summary>
[Needs(CaseAction.OpenSealed)]
internal sealed class OpenModel(CaseOpenings openings) : CasePageModel
{
    /// <summary>Names of compartments, comma separated.</summary>
    [BindProperty]
    public string? Compartments { get; set; }

    /// <summary>The task it serves: one of <see cref="OpeningPurposes"/>, never free text.</summary>
    [BindProperty]
    public string? Purpose { get; set; }

    /// <summary>The page of the case to go back to.</summary>
    [BindProperty]
    public string? Return { get; set; }

    public IActionResult OnGet() => Redirect(CaseLinks.To(Handle.CaseId));

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Enum.TryParse<Compartment>(Compartments, out var wanted) || wanted == Compartment.None || !OpeningPurposes.Has(Purpose))
        {
            return BadRequest();
        }

        if (!Handle.MayOpen(wanted))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        await openings.OpenAsync(Handle, OperationId, wanted, Purpose!);
        return Redirect(Back());
    }

    public async Task<IActionResult> OnPostCloseAsync()
    {
        await openings.CloseAsync(Handle, OperationId);
        return Redirect(Back());
    }

    private string Back() => CaseLinks.To(Handle.CaseId, IsPath(Return) ? Return! : "");

    private static bool IsPath(string? text) =>
        text is { Length: > 0 and <= 120 }
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '/')
        && !text.StartsWith('/')
        && !text.Contains("//", StringComparison.Ordinal);
}
