using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Documents;
using Hemvag.Sealing;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Applications.Certificates;

/// <summary>The signed sheets of the certificate.</summary>
internal sealed class CertificateSheets(IStringLocalizer<ApplicationsTexts> texts) : IKnowsFiles
{
    public const string Subject = "certificate";

    public Task<IReadOnlyDictionary<Guid, FileBelonging>> OfAsync(CaseHandle handle, IReadOnlyList<SealedFile> files) =>
        Task.FromResult<IReadOnlyDictionary<Guid, FileBelonging>>(
            files.Where(f => f.Subject == Subject).ToDictionary(f => f.Id, _ => new FileBelonging(texts["Certificate.Title"], CaseLinks.Application))
        );
}
