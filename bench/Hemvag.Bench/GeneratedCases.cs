using Hemvag.Auditing;
using Hemvag.Jobs;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;

namespace Hemvag.Bench;

/// <summary>
/// Rows as many cases leave them, written past the operations: a bench database is never verified. Every holder has
/// thirty cases, twenty of them at the same step.
/// </summary>
/// <param name="me">The account that the clients sign in as; holds the first thirty.</param>
/// <param name="regions">Organisations the holders work for; the first is the one of <paramref name="me"/>.</param>
internal sealed class GeneratedCases(Guid me, IReadOnlyList<Guid> regions, string programmeId, DateTime now)
{
    public const int PerHolder = 30;
    public const int FullStep = 2;
    private const int FullStepCases = 20;
    private const int Notices = 20;
    private static readonly WorkItemKind Waiting = Enum.GetValues<WorkItemKind>()[0];

    private (Guid HolderId, Guid RegionId) HolderOf(int number)
    {
        var holder = number / PerHolder;
        return (holder == 0 ? me : GuidOf(1, holder), regions[holder % regions.Count]);
    }

    /// <summary>The rows of one case; with its holder when it is the holder's first.</summary>
    public IEnumerable<object> Rows(int number)
    {
        var (holderId, regionId) = HolderOf(number);
        var place = number % PerHolder;
        if (place == 0 && holderId != me)
        {
            yield return Holder(holderId, regionId, number / PerHolder);
        }

        var id = IdOf(number);
        yield return NewCase(number, id, holderId, regionId, place < FullStepCases ? FullStep : 3 + (place % 8));
        yield return new CaseParticipant
        {
            Id = GuidOf(3, number),
            CaseId = id,
            OrganisationId = regionId,
            AccountId = holderId,
            Role = Role.RegionalCoordinator,
            NeedsConsent = false,
            From = now,
        };
        if (place % 3 == 0)
        {
            yield return NewWorkItem(number, id, holderId, regionId);
        }

        if (holderId == me && place < Notices)
        {
            yield return new Notice
            {
                Id = GuidOf(5, number),
                AccountId = me,
                CaseId = id,
                Kind = Waiting.ToString(),
                CreatedAt = now,
            };
        }
    }

    /// <summary>Operations as a long case has them; their MACs are of no key.</summary>
    public IEnumerable<object> Timeline(int number, int length)
    {
        var stream = Streams.Case(IdOf(number));
        for (var version = 1; version <= length; version++)
        {
            yield return new Operation
            {
                Id = GuidOf(6, version),
                Stream = stream,
                Version = version,
                Kind = "SaveContact",
                At = now.AddHours(version - length),
                AccountId = me,
                ActorName = "Ylva Granlid",
                Rows = [],
                KeyVersion = 1,
                Mac = new byte[32],
            };
        }

        yield return new StreamHead
        {
            Stream = stream,
            Count = length,
            Mac = new byte[32],
        };
    }

    public static Guid IdOf(int number) => GuidOf(2, number);

    private Case NewCase(int number, Guid id, Guid holderId, Guid regionId, int step) =>
        new()
        {
            Id = id,
            Number = $"BENCH {number:D6}",
            NeutralName = $"Bench {number}",
            ProgrammeId = programmeId,
            RegionId = regionId,
            HolderId = holderId,
            OpenedAt = now,
            OpenedBy = holderId,
            State = CaseState.Open,
            Reached = $"{MilestoneKind.FirstContact},{MilestoneKind.MatterTaken}",
            Step = step,
            Next = MilestoneKind.EligibilityDecided,
            NextDueOn = DateOnly.FromDateTime(now).AddDays(number % 60),
        };

    private WorkItem NewWorkItem(int number, Guid caseId, Guid holderId, Guid regionId) =>
        new()
        {
            Id = GuidOf(4, number),
            CaseId = caseId,
            Kind = Waiting,
            Urgency = Urgency.Date,
            SubjectId = null,
            AccountId = holderId,
            OrganisationId = regionId,
            Role = Role.RegionalCoordinator,
            Page = "eligibility",
            CreatedAt = now,
            DueOn = DateOnly.FromDateTime(now).AddDays(number % 60),
        };

    private Account Holder(Guid id, Guid regionId, int number) =>
        new()
        {
            Id = id,
            UserName = $"holder-{number}@hemvag.example",
            NormalizedUserName = $"HOLDER-{number}@HEMVAG.EXAMPLE",
            DisplayName = $"Holder {number}",
            OrganisationId = regionId,
            Language = "sv",
            IsDemo = true,
            CreatedAt = now,
            SecurityStamp = "bench",
        };

    private static Guid GuidOf(short kind, int number) => new(number, kind, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0);
}
