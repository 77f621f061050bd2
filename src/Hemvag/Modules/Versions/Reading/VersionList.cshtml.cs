using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Modules.Versions.Drafts;

namespace Hemvag.Modules.Versions.Reading;

/// <summary>Every version: in force, coming, earlier; to those who make and publish them, the drafts too.</summary>
[ForRoles]
internal sealed class VersionListModel(ProgrammeCatalogue catalogue, DraftQueries drafts, TimeProvider time) : AccountPageModel
{
    internal IReadOnlyList<DraftRow> Drafts { get; private set; } = [];

    internal bool SeesDrafts => DraftRoles.Sees(Me);

    internal bool Uploads => DraftRoles.Owns(Me);

    internal IReadOnlyList<(string Key, IReadOnlyList<ProgrammeVersion> Versions)> Groups
    {
        get
        {
            var today = LocalDates.Today(time.GetUtcNow().UtcDateTime, Me.Zone);
            return
            [
                ("List.InForce", Those(v => v.RunsOn(today))),
                ("List.Coming", Those(v => v.RunsFrom > today)),
                ("List.Earlier", Those(v => v.RunsUntil < today)),
            ];
        }
    }

    public async Task OnGetAsync() => Drafts = SeesDrafts ? await drafts.OpenAsync() : [];

    private IReadOnlyList<ProgrammeVersion> Those(Func<ProgrammeVersion, bool> which) =>
        [.. catalogue.Versions.Where(which).OrderByDescending(version => version.RunsFrom)];
}
