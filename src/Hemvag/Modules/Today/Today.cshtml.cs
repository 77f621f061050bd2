using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Consultations.Threads;

namespace Hemvag.Modules.Today;

/// <summary>The start page: what waits for the reader, in the order it matters.</summary>
[ForRoles]
internal sealed class TodayModel(WaitingQueries waiting, NoticeQueries notices, ConsultationQueries questions, TodayWords words, TimeProvider time)
    : AccountPageModel
{
    public DateOnly Day { get; private set; }

    public TodayWords Words => words;

    public bool WorksOnCases { get; private set; }

    public IReadOnlyList<RoleDuty> OtherDuties { get; private set; } = [];

    public IReadOnlyList<WaitingRow> Soon { get; private set; } = [];

    /// <summary>Due after the next two weeks: folded away at the end.</summary>
    public IReadOnlyList<WaitingRow> Later { get; private set; } = [];

    public WaitingRow? First => Soon.Count > 0 ? Soon[0] : null;

    /// <summary>Everything soon but the first, which stands in the deep block.</summary>
    public IEnumerable<IGrouping<Urgency, WaitingRow>> Groups => Soon.Skip(1).GroupBy(r => r.Urgency);

    public IReadOnlyList<StepCount> Steps { get; private set; } = [];

    public IReadOnlyList<AheadRow> Ahead { get; private set; } = [];

    /// <summary>Questions without a case that wait for the reader.</summary>
    public IReadOnlyList<WaitingQuestion> Questions { get; private set; } = [];

    public int UnreadNotices { get; private set; }

    public bool IsCut => Soon.Count + Later.Count == WaitingQueries.Shown;

    public async Task OnGetAsync()
    {
        Day = LocalDates.Today(time.GetUtcNow().UtcDateTime, Me.Zone);
        WorksOnCases = RoleDuties.WorksOnCases(Me);
        OtherDuties = RoleDuties.Of(Me);
        if (!WorksOnCases)
        {
            UnreadNotices = await notices.UnreadAsync(Me.Id);
            return;
        }

        UnreadNotices = (await waiting.CountsAsync(Me, Day)).UnreadNotices;
        Questions = WaitingQuestion.Of(await questions.LivingAsync(Me), time.GetUtcNow().UtcDateTime, Zone);

        var rows = await waiting.ListAsync(Me, Day);
        Soon = [.. rows.Where(r => r.IsSoon(Day))];
        Later = [.. rows.Where(r => !r.IsSoon(Day))];
        Steps = await waiting.StepsAsync(Me, Day);
        Ahead = await waiting.AheadAsync(Me, Day);
    }
}
