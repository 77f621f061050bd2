using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases;

/// <summary>One try of an operation on a case: the tracked case, what has happened to it, and the words to change it with.</summary>
/// <param name="isNew">The case begins with this operation: the database has no row of it yet, and is not asked for any.</param>
internal sealed class CaseWork(
    OperationWork work,
    Case @case,
    ProgrammeVersion programme,
    CurrentAccount? account,
    GateBoard gates,
    CaseVault vault,
    bool isNew = false
)
{
    /// <summary>The field of a form that holds the day of a milestone.</summary>
    public const string OccurredOn = "OccurredOn";

    private static readonly KnownQuery<Func<HemvagDbContext, Guid, IAsyncEnumerable<WorkItem>>> Waiting = new(() =>
        EF.CompileAsyncQuery((HemvagDbContext db, Guid caseId) => db.Set<WorkItem>().Where(w => w.CaseId == caseId && w.DoneAt == null))
    );

    private static readonly KnownQuery<Func<HemvagDbContext, List<string>, IAsyncEnumerable<string>>> Scheduled = new(() =>
        EF.CompileAsyncQuery((HemvagDbContext db, List<string> keys) => db.Set<Job>().Where(j => keys.Contains(j.DedupeKey)).Select(j => j.DedupeKey))
    );

    private readonly HashSet<MilestoneKind> reached = [.. @case.ReachedSet];
    private SeeingNow? seers;
    private bool waitingIsRead = isNew;

    public HemvagDbContext Db => work.Db;

    public DateTime Now => work.Now;

    public Case Case { get; } = @case;

    public ProgrammeVersion Programme { get; } = programme;

    /// <summary>Null when the system acts.</summary>
    public CurrentAccount? Account { get; } = account;

    /// <summary>The date in the zone of the one who acts; UTC for the system.</summary>
    public DateOnly Today => LocalDates.Today(Now, Account?.Zone);

    public IReadOnlySet<MilestoneKind> Reached => reached;

    /// <summary>Which days can be recorded in the case.</summary>
    public FactDays Days => new(Db, Case, Today, Account?.Zone);

    public IReadOnlyList<IEvent> Events => work.Events;

    public Guid OperationId => work.Id;

    /// <summary>Who sees the case as this operation leaves it.</summary>
    public SeeingNow Seers => seers ??= new SeeingNow(Db, Case, Today, IsNew);

    /// <summary>The case begins with this operation: the database has no row of it yet.</summary>
    public bool IsNew { get; } = isNew;

    public Guid NewId() => work.NewId();

    /// <inheritdoc cref="OperationWork.BesideAsync"/>
    public Task<OperationBeside> BesideAsync(string stream, string kind) => work.BesideAsync(stream, kind);

    public void Record(IEvent happened) => work.Record(happened);

    /// <summary>Records a milestone. An act waits for what comes before it and for its gates; a fact never does, its open gates are kept and chased.</summary>
    /// <param name="occurredOn">The day it happened.</param>
    /// <exception cref="RefusedException">MilestoneAlreadyReached, MilestoneTooEarly, GateOpen, MilestoneNotYours, MilestoneNotInVersion; those of <see cref="FactDays"/>.</exception>
    public async Task ReachAsync(MilestoneKind kind, DateOnly occurredOn)
    {
        var table = new MilestoneTable(Programme);
        if (!table.Has(kind))
        {
            throw new RefusedException(CaseRefusals.MilestoneNotInVersion);
        }

        var isFact = table.Row(kind).Nature == MilestoneNature.Fact;
        if (reached.Contains(kind))
        {
            throw new RefusedException(CaseRefusals.MilestoneAlreadyReached);
        }

        if (Account is not null && !table.Row(kind).Roles.Any(Account.Roles.Contains))
        {
            throw new RefusedException(CaseRefusals.MilestoneNotYours);
        }

        await Days.RequireAsync(kind, occurredOn, OccurredOn);
        if (table.Awaits(kind, reached).Count > 0)
        {
            throw new RefusedException(CaseRefusals.MilestoneTooEarly);
        }

        var open = isFact ? await OpenGatesOnTheWayTo(kind, table) : await OpenGatesOf(kind);
        if (!isFact && open.Count > 0)
        {
            throw new RefusedException(CaseRefusals.GateOpen, null, string.Join(", ", open));
        }

        Add(kind, occurredOn, open);
        if (open.Count > 0 && Case.HolderId is { } holder)
        {
            await AskAsync(new WorkAsked(WorkItemKind.SettleOpenGate, Urgency.Safety, Role.RegionalCoordinator, Case.RegionId, holder, "", Today));
        }
    }

    /// <summary>The closing of a case by someone who has seen what is open.</summary>
    public void ReachRegardless(MilestoneKind kind, IReadOnlyList<GateKind> open)
    {
        if (!reached.Contains(kind))
        {
            Add(kind, Today, open);
        }
    }

    /// <summary>
    /// What had happened before the case came here, with its day. No gate is asked and nothing follows from it: what an act needed then was
    /// looked at then.
    /// </summary>
    public void RecordPast(MilestoneKind kind, DateOnly occurredOn)
    {
        AddRow(kind, occurredOn, "");
        Case.Past = string.Join(',', Case.PastSet.Append(kind).Order());
        Record(new PastMilestoneRecorded(kind, occurredOn));
    }

    /// <summary>It had not happened.</summary>
    public void TakeBack(CaseMilestone milestone, NotSoReason reason)
    {
        Db.Remove(milestone);
        reached.Remove(milestone.Kind);
        Record(new MilestoneTakenBack(milestone.Kind, milestone.OccurredOn, reason));
    }

    private void Add(MilestoneKind kind, DateOnly occurredOn, IReadOnlyList<GateKind> open)
    {
        var openGates = string.Join(',', open);
        AddRow(kind, occurredOn, openGates);
        Record(new MilestoneReached(kind, occurredOn, openGates));
    }

    private void AddRow(MilestoneKind kind, DateOnly occurredOn, string openGates)
    {
        Db.Add(
            new CaseMilestone
            {
                Id = NewId(),
                CaseId = Case.Id,
                Kind = kind,
                OccurredOn = occurredOn,
                RecordedAt = Now,
                RecordedBy = Account?.Id,
                OpenGates = openGates,
            }
        );
        reached.Add(kind);
        if (kind == MilestoneKind.FirstContact)
        {
            Case.BeganOn = occurredOn;
        }
    }

    /// <summary>The gates of a milestone that are not met.</summary>
    public async Task<IReadOnlyList<GateKind>> OpenGatesOf(MilestoneKind kind) =>
        [.. (await gates.CheckAsync(kind, Context)).Where(g => !g.Met).Select(g => g.Kind)];

    /// <summary>How those of these gates stand that concern the case, whatever milestone asks for them.</summary>
    public Task<IReadOnlyList<GateState>> GatesAsync(IEnumerable<GateKind> kinds) => gates.CheckAsync(kinds, Context);

    /// <summary>How one gate that concerns every case stands, whatever milestone asks for it.</summary>
    public async Task<GateState> GateAsync(GateKind kind) => (await GatesAsync([kind]))[0];

    /// <summary>
    /// Adds something that waits, and tells those it waits for. Asking twice for the same is asking once. Who cannot see the case is not
    /// asked: <see cref="AskingWhoSees"/> says who is, instead.
    /// </summary>
    public async Task AskAsync(WorkAsked wanted)
    {
        var asked = await AskingWhoSees.RouteAsync(Seers, Case, await NamingWhoIsThereAsync(OfTheHolder(wanted)));
        var item = await FindOpenAsync(asked.Kind, asked.SubjectId, asked.OrganisationId, asked.AccountId);
        if (item is not null)
        {
            return;
        }

        item = new WorkItem
        {
            Id = NewId(),
            CaseId = Case.Id,
            Kind = asked.Kind,
            Urgency = asked.Urgency,
            SubjectId = asked.SubjectId,
            AccountId = asked.AccountId,
            OrganisationId = asked.OrganisationId,
            Role = asked.Role,
            Page = asked.Page,
            CreatedAt = Now,
            DueOn = asked.DueOn,
        };
        Db.Add(item);
        Record(new WorkItemAsked(item.Id, item.Kind, item.OrganisationId, item.AccountId, item.DueOn));
        await Noticing.TellAsync(this, item);
    }

    /// <summary>Marks what waited as done, for everyone it waited for.</summary>
    public async Task DoneAsync(WorkItemKind kind, Guid? subjectId = null)
    {
        foreach (var item in (await WaitingAsync()).Where(w => w.Kind == kind && (subjectId is null || w.SubjectId == subjectId)))
        {
            Done(item);
        }
    }

    /// <summary>Marks one of <see cref="WaitingAsync"/> as done.</summary>
    public void Done(WorkItem item)
    {
        item.DoneAt = Now;
        item.DoneBy = Account?.Id;
        Record(new WorkItemDone(item.Id, item.Kind));
    }

    /// <summary>What waits in the case as this operation leaves it, in the order it was asked.</summary>
    public async Task<IReadOnlyList<WorkItem>> WaitingAsync()
    {
        if (!waitingIsRead)
        {
            await Waiting.For(Db)(Db, Case.Id).ToListAsync();
            waitingIsRead = true;
        }

        // Read once and kept: what this operation has asked or marked done, the database does not know yet.
        return [.. Db.Set<WorkItem>().Local.Where(w => w.CaseId == Case.Id && w.DoneAt is null).OrderBy(w => w.Id)];
    }

    /// <summary>Seals the next version of something a person wrote.</summary>
    /// <param name="shownVersion">The version the form had shown; null to add without looking.</param>
    /// <exception cref="RefusedException">SectionChanged when someone else has written since.</exception>
    public async Task<SealedRecord> SealAsync<T>(Compartment compartment, string subject, T payload, int? shownVersion)
        where T : class, ISealedPayload =>
        await vault.WriteAsync(Db, Case.Id, compartment, subject, payload, shownVersion, Now, Account?.Id, IsNew)
        ?? throw new RefusedException(CaseRefusals.SectionChanged);

    /// <summary>Jobs that run later. The same key is the same job.</summary>
    public async Task ScheduleAsync(params IReadOnlyList<Job> jobs)
    {
        var added = Db.Set<Job>().Local.Select(j => j.DedupeKey).ToHashSet(StringComparer.Ordinal);
        var wanted = jobs.Where(j => !added.Contains(j.DedupeKey)).DistinctBy(j => j.DedupeKey).ToList();
        if (wanted.Count > 0)
        {
            var keys = wanted.ConvertAll(j => j.DedupeKey);
            var stored = await Scheduled.For(Db)(Db, keys).ToListAsync();
            Db.AddRange(wanted.Where(j => !stored.Contains(j.DedupeKey, StringComparer.Ordinal)));
        }
    }

    // Whoever asks the coordinator means the one who answers for the case; in cash support that is Migrationsverket's officer.
    private WorkAsked OfTheHolder(WorkAsked wanted) =>
        wanted.Role == Role.RegionalCoordinator ? wanted with { Role = CashDuties.HolderOf(Case.Kind) } : wanted;

    // An account that was closed, or has lost the role, is asked for nothing: whoever holds the role there is.
    private async Task<WorkAsked> NamingWhoIsThereAsync(WorkAsked wanted)
    {
        var roles = Db.Set<AccountRole>();
        var left =
            wanted.AccountId is { } named
            && await Db.Set<Account>()
                .AnyAsync(a => a.Id == named && (a.ClosedAt != null || !roles.Any(r => r.AccountId == a.Id && r.Role == wanted.Role)));
        return left ? wanted with { AccountId = null } : wanted;
    }

    private GateContext Context => new(Db, Case, Programme, reached, Today);

    private async Task<IReadOnlyList<GateKind>> OpenGatesOnTheWayTo(MilestoneKind fact, MilestoneTable table)
    {
        var passedBy = table.AllBefore(fact).Where(k => !reached.Contains(k)).Order().SelectMany(table.Gates);
        var looked = await gates.CheckAsync(passedBy.Concat(table.StandingGates(fact)), Context);
        return [.. looked.Where(g => !g.Met).Select(g => g.Kind)];
    }

    private async Task<WorkItem?> FindOpenAsync(WorkItemKind kind, Guid? subjectId, Guid organisationId, Guid? accountId) =>
        (await WaitingAsync()).FirstOrDefault(w =>
            w.Kind == kind && w.SubjectId == subjectId && w.OrganisationId == organisationId && w.AccountId == accountId
        );
}
