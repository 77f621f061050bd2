using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Helpline.Counting;
using Hemvag.Modules.Helpline.Hours;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Helpline.Enquiries;

/// <summary>Closed choices; null leaves a choice open.</summary>
internal sealed record EnquiryFilter(HelplineChannel? Channel, HelplineLanguage? Language, HelplineTopic? Topic, HelplineOutcome? Outcome);

/// <summary>A line of the log.</summary>
internal sealed record EnquiryLine(HelplineEnquiry Enquiry, bool IsTakenBack);

/// <summary>Someone who is to be called back.</summary>
/// <param name="DueOn">The day promised, or the day of the next try.</param>
internal sealed record OpenCallBack(HelplineEnquiry Enquiry, DateOnly DueOn, int Tries);

/// <summary>A case that the enquiry was linked to and that the reader sees.</summary>
internal sealed record LinkLine(HelplineLink Link, string Number);

/// <summary>One enquiry with what came of it.</summary>
internal sealed record EnquiryShown(
    HelplineEnquiry Enquiry,
    HelplineReversal? Reversal,
    IReadOnlyList<HelplineAttempt> Attempts,
    IReadOnlyList<LinkLine> Links
)
{
    public bool WaitsForCall =>
        Reversal is null && Enquiry.Outcome == HelplineOutcome.CallBack && Attempts.All(a => a.Result == CallBackResult.Tried);

    public DateOnly? DueOn => WaitsForCall ? (Attempts is [.., var last] ? last.NextOn : null) ?? Enquiry.CallBackOn : null;
}

/// <summary>What is counted of an enquiry.</summary>
internal sealed record CountedEnquiry(
    DateTime HappenedAt,
    HelplineChannel Channel,
    HelplineLanguage Language,
    HelplineTopic Topic,
    HelplineOutcome Outcome
);

/// <summary>Reads the helpline's log.</summary>
internal sealed class EnquiryQueries(HemvagDbContext db, CaseAccess access)
{
    public const int PageSize = 100;

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<EnquiryLine>> ListAsync(EnquiryFilter filter) =>
        await db.Set<HelplineEnquiry>()
            .AsNoTracking()
            .Where(e => filter.Channel == null || e.Channel == filter.Channel)
            .Where(e => filter.Language == null || e.Language == filter.Language)
            .Where(e => filter.Topic == null || e.Topic == filter.Topic)
            .Where(e => filter.Outcome == null || e.Outcome == filter.Outcome)
            .OrderByDescending(e => e.HappenedAt)
            .ThenByDescending(e => e.Id)
            .Take(PageSize)
            .Select(e => new EnquiryLine(e, db.Set<HelplineReversal>().Any(r => r.Id == e.Id)))
            .ToListAsync();

    /// <summary>All of them, the longest overdue first.</summary>
    public async Task<IReadOnlyList<OpenCallBack>> OpenCallBacksAsync()
    {
        var attempts = db.Set<HelplineAttempt>();
        var rows = await db.Set<HelplineEnquiry>()
            .AsNoTracking()
            .Where(e => e.Outcome == HelplineOutcome.CallBack && !db.Set<HelplineReversal>().Any(r => r.Id == e.Id))
            .Where(e => !attempts.Any(a => a.EnquiryId == e.Id && a.Result != CallBackResult.Tried))
            .Select(e => new
            {
                Enquiry = e,
                Next = attempts.Where(a => a.EnquiryId == e.Id).OrderByDescending(a => a.AttemptedAt).Select(a => a.NextOn).FirstOrDefault(),
                Tries = attempts.Count(a => a.EnquiryId == e.Id),
            })
            .ToListAsync();
        return
        [
            .. rows.Select(r => new OpenCallBack(r.Enquiry, r.Next ?? r.Enquiry.CallBackOn!.Value, r.Tries))
                .OrderBy(r => r.DueOn)
                .ThenBy(r => r.Enquiry.Id),
        ];
    }

    /// <returns>Null when there is none.</returns>
    public async Task<EnquiryShown?> FindAsync(CurrentAccount me, Guid enquiryId)
    {
        var row = await db.Set<HelplineEnquiry>()
            .AsNoTracking()
            .Where(e => e.Id == enquiryId)
            .Select(e => new { Enquiry = e, Reversal = db.Set<HelplineReversal>().FirstOrDefault(r => r.Id == e.Id) })
            .FirstOrDefaultAsync();
        if (row is null)
        {
            return null;
        }

        var attempts = await db.Set<HelplineAttempt>()
            .AsNoTracking()
            .Where(a => a.EnquiryId == enquiryId)
            .OrderBy(a => a.AttemptedAt)
            .ThenBy(a => a.Id)
            .ToListAsync();
        var links = await db.Set<HelplineLink>()
            .AsNoTracking()
            .Where(l => l.EnquiryId == enquiryId && l.TakenBackAt == null)
            .Join(access.Visible(me), l => l.CaseId, c => c.Id, (l, c) => new LinkLine(l, c.Number))
            .ToListAsync();
        return new EnquiryShown(row.Enquiry, row.Reversal, attempts, links);
    }

    /// <summary>What is taken back after its month was counted stays in the figures: else two reports subtracted would tell of it.</summary>
    public async Task<IReadOnlyList<CountedEnquiry>> CountedAsync(CountedYear year)
    {
        var from = HelplineHours.ToUtc(year.From, TimeOnly.MinValue)!.Value;
        var until = HelplineHours.ToUtc(year.Until, TimeOnly.MinValue)!.Value;
        var rows = await db.Set<HelplineEnquiry>()
            .AsNoTracking()
            .Where(e => e.HappenedAt >= from && e.HappenedAt < until)
            .Select(e => new
            {
                Counted = new CountedEnquiry(e.HappenedAt, e.Channel, e.Language, e.Topic, e.Outcome),
                TakenBackAt = db.Set<HelplineReversal>().Where(r => r.Id == e.Id).Select(r => (DateTime?)r.TakenBackAt).FirstOrDefault(),
            })
            .ToListAsync();
        return
        [
            .. rows.Where(r => CountedYear.Counts(HelplineHours.Today(r.Counted.HappenedAt), HelplineHours.DayOf(r.TakenBackAt)))
                .Select(r => r.Counted),
        ];
    }
}
