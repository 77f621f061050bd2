using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Documents;
using Hemvag.Sealing;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Children;

/// <summary>What is attached about children: judgments, decisions and the sheet a guardian has signed.</summary>
internal sealed class ChildrenFiles(IStringLocalizer<ChildrenTexts> texts) : IKnowsFiles
{
    public const string Custody = "child-custody";
    public const string BestInterests = "best-interests";
    public const string Signature = "guardian-signature";

    public Task<IReadOnlyDictionary<Guid, FileBelonging>> OfAsync(CaseHandle handle, IReadOnlyList<SealedFile> files)
    {
        Dictionary<Guid, FileBelonging> mine = [];
        foreach (var file in files)
        {
            if (file.Subject is Custody or BestInterests or Signature)
            {
                mine[file.Id] = new FileBelonging(texts[$"File.{file.Subject}"], file.Subject == Custody ? CaseLinks.Children : CaseLinks.Minor);
            }
        }

        return Task.FromResult<IReadOnlyDictionary<Guid, FileBelonging>>(mine);
    }
}
