using System.ComponentModel.DataAnnotations;
using Hemvag.Data;
using Hemvag.Modules.Cases.Disclosures;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Cases.Documents;

/// <summary>Documents of a case. A file is sent as a download, never shown from this address, and only under a live opening.</summary>
[Needs(CaseAction.SeeDocuments)]
[RequestSizeLimit(UploadLimits.UploadBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadLimits.UploadBytes)]
internal sealed class DocumentsModel(DocumentService service, DocumentQueries queries, Crossings crossings, IStringLocalizerFactory localizers)
    : CasePageModel,
        ILoadsForRedisplay
{
    [BindProperty]
    public Form Input { get; set; } = new();

    internal IReadOnlyList<DocumentRow> Files { get; private set; } = [];

    internal IReadOnlyDictionary<Guid, FileLabel> Labels { get; private set; } = new Dictionary<Guid, FileLabel>();

    internal TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Handle.Account.Zone);

    // A file has no readers of its own, as what stands under Notes has.
    private Compartment ForFiles => Handle.Compartments & ~Compartment.Notes;

    internal IReadOnlyList<Choice> Compartments =>
        [
            .. Sealing
                .Compartments.Each(ForFiles)
                .Select(c => new Choice(c.ToString(), localizers.Create(typeof(ProgrammesTexts))[$"Compartment.{c}"])),
        ];

    /// <summary>What is still closed of what the files lie in; null when all is open.</summary>
    internal SealedClosed? Closed
    {
        get
        {
            var needed = Files.Aggregate(Compartment.None, (all, f) => all | f.File.Compartment);
            return needed == Compartment.None || IsOpen(needed)
                ? null
                : new SealedClosed(
                    Handle.CaseId,
                    needed,
                    localizers.Create(typeof(CasesTexts))["Tab.Documents"],
                    localizers.Create(typeof(CasesTexts))["Sealed.Holds.Documents"],
                    "documents",
                    CaseLinks.Documents
                );
        }
    }

    public Task OnGetAsync() => LoadAsync();

    [Needs(CaseAction.AddDocument)]
    public async Task<IActionResult> OnPostAddAsync()
    {
        if (Input.Compartment is not { } compartment || !Sealing.Compartments.Each(ForFiles).Contains(compartment))
        {
            throw new RefusedException(CaseRefusals.CompartmentNotYours, "Input.Compartment");
        }

        var upload = await UploadedFile.ReadAsync(Input.File, "Input.File") ?? throw new RefusedException(CaseRefusals.FileMissing, "Input.File");
        await service.AddAsync(Handle, OperationId, compartment, upload);
        return Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.Documents));
    }

    public async Task<IActionResult> OnPostDownloadAsync(Guid fileId)
    {
        if (await queries.OpenAsync(Handle, Opened, fileId) is not { } file)
        {
            return NotFound();
        }

        await crossings.DownloadedAsync(Handle, OperationId, file.Compartment);
        return File(file.Content, "application/octet-stream", file.Label.Name);
    }

    public async Task LoadAsync()
    {
        Files = await queries.ListAsync(Handle);
        Labels = await queries.LabelsAsync(Opened, Files.Select(f => f.File));
    }

    internal sealed class Form
    {
        public Compartment? Compartment { get; set; }

        public IFormFile? File { get; set; }
    }
}
