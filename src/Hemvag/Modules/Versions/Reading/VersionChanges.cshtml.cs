using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Versions.Reading;

/// <summary>What differs between a version and the one before it, or another one that was chosen.</summary>
[ForRoles]
internal sealed class VersionChangesModel(VersionComparison versions) : AccountPageModel
{
    [FromRoute]
    public string ProgrammeId { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? With { get; set; }

    internal ChangesShown Shown { get; private set; } = null!;

    public IActionResult OnGet()
    {
        if (versions.Find(ProgrammeId) is not { } file)
        {
            return NotFound();
        }

        Shown = ChangesShown.Of(versions, file, With);
        With = Shown.Other?.Version.Id;
        return Page();
    }
}

/// <summary>Two versions beside each other.</summary>
/// <param name="Other">Null when there is none to compare with, or none of this name.</param>
internal sealed record ChangesShown(ProgrammeFile File, ProgrammeFile? Other, IReadOnlyList<DifferenceLine> Lines, IReadOnlyList<Choice> Choices)
{
    public static ChangesShown Of(VersionComparison versions, ProgrammeFile file, string? with)
    {
        var other = string.IsNullOrEmpty(with) ? versions.Before(file) : versions.Find(with);
        return new ChangesShown(
            file,
            other,
            other is null ? [] : versions.Between(other, file),
            [.. versions.Others(file).Select(one => new Choice(one.Version.Id, one.Version.ShortName.Shown))]
        );
    }
}
