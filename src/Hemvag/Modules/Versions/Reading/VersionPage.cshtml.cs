using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes.Comparing;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Versions.Reading;

/// <summary>One version, readable.</summary>
[ForRoles]
internal sealed class VersionPageModel(VersionComparison versions, DefinitionWords words) : AccountPageModel
{
    [FromRoute]
    public string ProgrammeId { get; set; } = "";

    internal VersionShown Shown { get; private set; } = null!;

    public IActionResult OnGet()
    {
        if (versions.Find(ProgrammeId) is not { } file)
        {
            return NotFound();
        }

        Shown = new VersionShown(file, words.Version(file));
        return Page();
    }
}
