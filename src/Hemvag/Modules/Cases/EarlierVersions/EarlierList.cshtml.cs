using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hemvag.Modules.Cases.EarlierVersions;

/// <summary>The versions of the programme under which no case starts any more, each with the way to enter one that did.</summary>
[ForRoles(Role.RegionalCoordinator)]
internal sealed class EarlierListModel(EarlierCases cases, TimeProvider time) : PageModel
{
    internal IReadOnlyList<ProgrammeVersion> Versions => cases.Versions(LocalDates.Today(time.GetUtcNow().UtcDateTime, HttpContext.Account().Zone));
}
