using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Applications.Support;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Notes;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Applications.Referrals;

/// <summary>Reads a referral for its pages.</summary>
internal sealed class ReferralQueries(
    HemvagDbContext db,
    GateBoard gates,
    ProgrammeCatalogue programmes,
    CaseVault vault,
    CaseNotes notes,
    TimeProvider time
)
{
    /// <returns>Null while the case has not been referred.</returns>
    public async Task<ReferralState?> StateAsync(Guid caseId)
    {
        var row = await db.Set<Referral>()
            .AsNoTracking()
            .Where(r => r.CaseId == caseId)
            .Select(r => new
            {
                Referral = r,
                SentBy = db.Set<Account>().Where(a => a.Id == r.SentBy).Select(a => a.DisplayName).FirstOrDefault(),
                ReceiptBy = db.Set<Account>().Where(a => a.Id == r.ReceiptBy).Select(a => a.DisplayName).FirstOrDefault(),
                Reply = db.Set<SupportReply>().Where(s => s.CaseId == r.CaseId).OrderByDescending(s => s.Round).FirstOrDefault(),
                // Of every round: there are few, and the newest is picked below.
                Answers = db.Set<SupportAnswer>().Where(a => a.CaseId == r.CaseId).ToList(),
                Decisions = db.Set<RenewedDecision>().Where(d => d.CaseId == r.CaseId).ToList(),
            })
            .AsSingleQuery()
            .FirstOrDefaultAsync();
        if (row?.Reply is not { } reply)
        {
            return row is null
                ? null
                : new ReferralState(row.Referral, row.SentBy, row.ReceiptBy, null, new Dictionary<SupportKind, SupportAvailability>(), null);
        }

        var answers = row.Answers.Where(a => a.ReplyId == reply.Id).ToDictionary(a => a.Kind, a => a.Availability);
        var decision = reply.HasNo ? row.Decisions.Find(d => d.ReplyId == reply.Id) : null;
        return new ReferralState(row.Referral, row.SentBy, row.ReceiptBy, reply, answers, decision);
    }

    /// <summary>The kinds of support that are answered on.</summary>
    public IReadOnlyList<SupportDefinition> KindsOf(Case @case) => programmes.Get(@case.ProgrammeId).Support;

    /// <summary>What stands before sending the referral, open conditions first.</summary>
    public async Task<IReadOnlyList<GateState>> GatesAsync(CaseHandle handle)
    {
        var today = LocalDates.Today(time.GetUtcNow().UtcDateTime, handle.Account.Zone);
        var context = new GateContext(db, handle.Case, programmes.Get(handle.Case.ProgrammeId), handle.Case.ReachedSet, today);
        return [.. (await gates.CheckAsync(MilestoneKind.Referred, context)).OrderBy(g => g.Met)];
    }

    /// <summary>Letters and reasons in the compartments that are open.</summary>
    public async Task<ReferralWritings> WritingsAsync(CaseHandle handle, OpenedCompartment opened, ReferralState state)
    {
        var letters = await notes.ReadAsync<ReferralLetter>(handle, opened, state.Referral.Subject(""));
        var reasons =
            state.Reply is not null && opened.Covers(Compartment.Protection)
                ? await vault.ReadAsync<SupportReasons>(db, opened, Compartment.Protection, state.Reply.Subject)
                : null;
        return new ReferralWritings(
            letters.FirstOrDefault(l => l.Subject == state.Referral.Subject("letter"))?.Value.Text,
            letters.FirstOrDefault(l => l.Subject == state.Referral.Subject("receipt"))?.Value.Text,
            reasons?.Value.Rows.ToDictionary(r => r.Kind) ?? []
        );
    }
}
