using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Documents;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Web;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Applications.Certificates;

/// <summary>Records the sheet on which the person certifies that the return is voluntary (S1.49).</summary>
[Needs(CaseAction.EditApplication)]
[RequestSizeLimit(UploadLimits.UploadBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadLimits.UploadBytes)]
internal sealed class CertificateModel(CertificateRecording recording, ProgrammeCatalogue programmes) : CasePageModel
{
    [BindProperty]
    public CertificateInput Input { get; set; } = new();

    internal IReadOnlyList<DeclarationWording> Wordings => programmes.Get(Case.ProgrammeId).Declarations;

    internal IEnumerable<Choice> Languages => SpokenLanguages.Choices().OrderBy(l => l.Text, StringComparer.CurrentCulture);

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        var sheet = await UploadedFile.ReadAsync(Input.Sheet, "Input.Sheet");
        var request = new CertificateRequest(
            Input.CertifiedOn!.Value,
            Input.Language!,
            Input.Interpreter,
            Input.InterpreterAccepted,
            Input.Declarations
        );
        await recording.RecordAsync(Handle, OperationId, request, sheet);
        return Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.Application));
    }
}

/// <summary>The form of the certificate.</summary>
internal sealed class CertificateInput
{
    [Required]
    public DateOnly? CertifiedOn { get; set; }

    [Required, MaxLength(3)]
    public string? Language { get; set; }

    [MaxLength(200)]
    public string? Interpreter { get; set; }

    public bool InterpreterAccepted { get; set; }

    public List<string> Declarations { get; set; } = [];

    public IFormFile? Sheet { get; set; }
}
