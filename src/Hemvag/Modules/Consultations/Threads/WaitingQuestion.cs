namespace Hemvag.Modules.Consultations.Threads;

/// <summary>A question that waits for the reader, on the start page (partial <c>_WaitingQuestions</c>).</summary>
/// <param name="KeptUntil">The last day it can be read, where it has ended.</param>
internal sealed record WaitingQuestion(Guid Id, string Number, ConsultationWaits Waits, DateTime LastAt, DateOnly? KeptUntil, TimeZoneInfo Zone)
{
    /// <summary>Of those the account may know of, the ones that wait for it.</summary>
    public static IReadOnlyList<WaitingQuestion> Of(IEnumerable<ConsultationRow> living, DateTime now, TimeZoneInfo zone) =>
        [
            .. living
                .Select(r => new WaitingQuestion(r.Id, r.Number, r.WaitsFor(now), r.LastAt, r.KeptUntil, zone))
                .Where(w => w.Waits != ConsultationWaits.Nothing)
                .OrderBy(w => w.LastAt),
        ];
}
