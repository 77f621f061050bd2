using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Cases.Disclosures;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.Withdrawals;

/// <summary>
/// A consent is taken back or narrowed: each organisation it had let in is asked what it has done with what it can no longer see, in the
/// same save. It acts forward: what they have is theirs to answer for.
/// </summary>
internal sealed class AskPastRecipients : IReactTo<ConsentWithdrawn>, IReactTo<ConsentReplaced>
{
    /// <summary>Days until an answer is due (not from the seeds).</summary>
    public const int Days = 14;

    public Task ReactAsync(ConsentWithdrawn happened, CaseWork work) => AskAsync(work, happened.ConsentId, by: null);

    public Task ReactAsync(ConsentReplaced happened, CaseWork work) => AskAsync(work, happened.ConsentId, happened.ById);

    private static async Task AskAsync(CaseWork work, Guid consentId, Guid? by)
    {
        var before = await ConsentAsync(work, consentId);
        var after = by is { } id ? await ConsentAsync(work, id) : null;
        var named = await RecipientsAsync(work, consentId);
        var still = by is { } next ? await RecipientsAsync(work, next) : [];
        foreach (var organisation in named.Where(o => o != work.Case.RegionId))
        {
            var kept = after is not null && still.Contains(organisation) ? after.Compartments : Compartment.None;
            var lost = before.Compartments & ~kept;
            if (lost != Compartment.None && await HadAsync(work, organisation, before, lost, kept) is { } who)
            {
                await AskAsync(work, before.Id, organisation, lost, who);
            }
        }
    }

    // Whoever could see the case under the consent has had something: its number and its course at the least. Where the sight rested on
    // another, or the consent is narrowed, only what was opened is gone over.
    private static async Task<CaseParticipant?> HadAsync(CaseWork work, Guid organisationId, Consent before, Compartment lost, Compartment kept)
    {
        var parts = await work
            .Db.Set<CaseParticipant>()
            .Where(p => p.CaseId == work.Case.Id && p.OrganisationId == organisationId)
            .OrderBy(p => p.RestsOn != before.Purpose)
            .ThenBy(p => p.Until != null)
            .ThenBy(p => p.Role == Role.IomApprover)
            .ThenBy(p => p.AccountId == null)
            .ThenBy(p => p.SharedBy != null)
            .ToListAsync();
        if (kept == Compartment.None && parts.Any(p => p.RestsOn == before.Purpose))
        {
            return parts[0];
        }

        var crossed = await work
            .Db.Set<Disclosure>()
            .Where(d => d.CaseId == work.Case.Id && d.OrganisationId == organisationId)
            .Where(d => kept != Compartment.None || d.ConsentId == before.Id)
            .Select(d => d.Compartments)
            .ToListAsync();
        return crossed.Any(c => (c & lost) != Compartment.None) ? parts.FirstOrDefault() : null;
    }

    private static async Task AskAsync(CaseWork work, Guid consentId, Guid organisationId, Compartment lost, CaseParticipant who)
    {
        var row = new RecipientAnswer
        {
            Id = work.NewId(),
            CaseId = work.Case.Id,
            ConsentId = consentId,
            OrganisationId = organisationId,
            Compartments = lost,
            Role = who.Role,
            AccountId = who.Until is null ? who.AccountId : null,
            AskedAt = work.Now,
            DueOn = work.Today.AddDays(Days),
        };
        work.Db.Add(row);
        work.Record(new RecipientAsked(row.Id, consentId, organisationId, lost, row.DueOn));
        await work.AskAsync(
            new WorkAsked(WorkItemKind.AnswerWithdrawal, Urgency.Safety, row.Role, organisationId, row.AccountId, "", row.DueOn, row.Id)
        );
        await work.ScheduleAsync(Job.At(ChaseRecipients.After(row.DueOn), ChaseRecipients.JobKind, row.Id, $"chase-recipient/{row.Id:N}"));
    }

    private static async Task<Consent> ConsentAsync(CaseWork work, Guid id) =>
        work.Db.Set<Consent>().Local.FirstOrDefault(c => c.Id == id) ?? await work.Db.Set<Consent>().FirstAsync(c => c.Id == id);

    private static async Task<IReadOnlyCollection<Guid>> RecipientsAsync(CaseWork work, Guid consentId)
    {
        var stored = await work.Db.Set<ConsentRecipient>().Where(r => r.ConsentId == consentId).ToListAsync();
        var added = work.Db.Set<ConsentRecipient>().Local.Where(r => r.ConsentId == consentId);
        return [.. stored.Union(added).Select(r => r.OrganisationId).Distinct()];
    }
}
