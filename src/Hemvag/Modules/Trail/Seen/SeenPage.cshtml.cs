using Hemvag.Data;
using Hemvag.Modules.Cases;

namespace Hemvag.Modules.Trail.Seen;

/// <summary>Who has seen this.</summary>
[Needs(CaseAction.SeeTrail)]
internal sealed class SeenPageModel(SeenQueries queries, TrailWords words, TimeProvider time) : CasePageModel
{
    public TrailWords Words => words;

    public IReadOnlyList<OpeningRow> Openings { get; private set; } = [];

    public IReadOnlyList<SeerRow> Seers { get; private set; } = [];

    public TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Handle.Account.Zone);

    public async Task OnGetAsync()
    {
        Openings = await queries.OpeningsAsync(Handle);
        Seers = await queries.SeersAsync(Handle, LocalDates.Today(time.GetUtcNow().UtcDateTime, Handle.Account.Zone));
    }
}
