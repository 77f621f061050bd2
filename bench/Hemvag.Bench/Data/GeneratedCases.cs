using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;

namespace Hemvag.Bench.Data;

/// <summary>Who the generated cases belong to.</summary>
/// <param name="Coordinator">The account that holds the first of them.</param>
/// <param name="Regions">The holders' organisations in turn; the first is the coordinator's.</param>
/// <param name="Iom">The organisation that every referred case is referred to.</param>
/// <param name="Caseworker">The account there that has taken on the first of them.</param>
internal sealed record CaseOwners(Guid Coordinator, IReadOnlyList<Guid> Regions, Guid Iom, Guid Caseworker);

/// <summary>
/// Rows as many cases leave them in the tables that lists, access and header read. They weigh and are spread as real ones, yet
/// their operations carry no true MAC and nothing is sealed in them: they stand in lists and cannot be opened or verified.
/// Every holder has thirty open cases; two thirds stand at the same step, the rest are with IOM Finland, where a caseworker has thirty of
/// them and the last two wait for anyone to take them on.
/// </summary>
/// <param name="now">UTC.</param>
internal sealed class GeneratedCases(CaseOwners owners, string programmeId, DateTime now)
{
    public const int FullStep = 2;
    public const int ReferredStep = 3;
    private const int PerHolder = 30;
    private const int FullStepCases = 20;
    private const int DueDays = 60;
    private const int Operations = 3;
    private static readonly byte[] NoMac = new byte[32];

    private DateOnly Today => DateOnly.FromDateTime(now);

    /// <summary>The rows of one case; before them its holder, when the case is the holder's first.</summary>
    public IEnumerable<object> Rows(int number)
    {
        var (holder, region) = HolderOf(number);
        var place = number % PerHolder;
        var id = IdOf(number);
        var referred = place >= FullStepCases;
        IEnumerable<object?> rows =
        [
            place == 0 && holder != owners.Coordinator ? Holder(holder, region, number / PerHolder) : null,
            NewCase(number, id, holder, region, referred ? ReferredStep : FullStep),
            Participant(number, id, region, holder, Role.RegionalCoordinator, restsOn: null),
            place % 3 == 0 ? Item(number, id, region, holder, WorkItemKind.DecideEligibility) : null,
            place == PerHolder - 1 ? Item(number, id, owners.Iom, CaseworkerOf(number), WorkItemKind.ConfirmReceipt) : null,
            .. referred ? Referral(number, id) : [],
            .. History(number, id, holder),
        ];
        return rows.OfType<object>();
    }

    private static Guid IdOf(int number) => GuidOf(2, number);

    private (Guid Holder, Guid Region) HolderOf(int number)
    {
        var holder = number / PerHolder;
        return (holder == 0 ? owners.Coordinator : GuidOf(1, holder), owners.Regions[holder % owners.Regions.Count]);
    }

    // Three holders' referred cases are one caseworker's; of the first two holders, the last waits for anyone.
    private Guid? CaseworkerOf(int number)
    {
        var worker = number / (3 * PerHolder);
        return number < 2 * PerHolder && number % PerHolder == PerHolder - 1 ? null
            : worker == 0 ? owners.Caseworker
            : GuidOf(9, worker);
    }

    private Case NewCase(int number, Guid id, Guid holder, Guid region, int step) =>
        new()
        {
            Id = id,
            Number = $"BENCH {number:D6}",
            NeutralName = $"Bench {number}",
            ProgrammeId = programmeId,
            RegionId = region,
            HolderId = holder,
            OpenedAt = now,
            OpenedBy = holder,
            State = CaseState.Open,
            Reached = step == FullStep ? "FirstContact,MatterTaken" : "FirstContact,MatterTaken,EligibilityDecided,Referred",
            Step = step,
            Next = step == FullStep ? MilestoneKind.EligibilityDecided : MilestoneKind.ReceiptConfirmed,
            NextDueOn = Today.AddDays(number % DueDays),
        };

    private CaseParticipant Participant(int number, Guid caseId, Guid organisation, Guid? account, Role role, ConsentPurpose? restsOn) =>
        new()
        {
            Id = GuidOf(role == Role.IomCaseworker ? 4 : 3, number),
            CaseId = caseId,
            OrganisationId = organisation,
            AccountId = account,
            Role = role,
            RestsOn = restsOn,
            From = now,
        };

    private WorkItem Item(int number, Guid caseId, Guid organisation, Guid? account, WorkItemKind kind) =>
        new()
        {
            Id = GuidOf(kind == WorkItemKind.ConfirmReceipt ? 6 : 5, number),
            CaseId = caseId,
            Kind = kind,
            Urgency = Urgency.Date,
            SubjectId = null,
            AccountId = account,
            OrganisationId = organisation,
            Role = kind == WorkItemKind.ConfirmReceipt ? Role.IomCaseworker : Role.RegionalCoordinator,
            Page = "referral",
            CreatedAt = now,
            DueOn = Today.AddDays(number % DueDays),
        };

    /// <summary>IOM Finland sees the case, by a consent.</summary>
    private IEnumerable<object> Referral(int number, Guid caseId) =>
        [
            Participant(number, caseId, owners.Iom, CaseworkerOf(number), Role.IomCaseworker, restsOn: ConsentPurpose.ExchangeWithIom),
            new Consent
            {
                Id = GuidOf(7, number),
                CaseId = caseId,
                Purpose = ConsentPurpose.ExchangeWithIom,
                Compartments = Compartments.All,
                ProgrammeId = "amp-2018",
                WordingVersion = 1,
                Language = "sv",
                Reading = ConsentReading.ReviewedText,
                Form = ConsentForm.Written,
                Prompts = ConsentPrompts.Needed,
                StartsOn = Today.AddDays(-1),
                EndsOn = null,
                RecordedAt = now,
                RecordedBy = owners.Coordinator,
                GuardianId = null,
                EvidenceFileId = null,
                Replaces = null,
            },
            new ConsentRecipient
            {
                Id = GuidOf(8, number),
                CaseId = caseId,
                ConsentId = GuidOf(7, number),
                OrganisationId = owners.Iom,
            },
        ];

    private IEnumerable<object> History(int number, Guid caseId, Guid holder)
    {
        var stream = Streams.Case(caseId);
        yield return new StreamHead
        {
            Stream = stream,
            Count = Operations,
            Mac = NoMac,
        };
        yield return Reached(MilestoneKind.FirstContact, number, caseId, holder);
        yield return Reached(MilestoneKind.MatterTaken, number, caseId, holder);
        for (var version = 1; version <= Operations; version++)
        {
            yield return new Operation
            {
                Id = GuidOf(20 + version, number),
                Stream = stream,
                Version = version,
                Kind = "EditPerson",
                At = now.AddHours(version - Operations),
                AccountId = holder,
                ActorName = "Generated",
                Rows = [],
                KeyVersion = 1,
                Mac = NoMac,
            };
        }
    }

    private CaseMilestone Reached(MilestoneKind kind, int number, Guid caseId, Guid holder) =>
        new()
        {
            Id = GuidOf(30 + (int)kind, number),
            CaseId = caseId,
            Kind = kind,
            OccurredOn = Today,
            RecordedAt = now,
            RecordedBy = holder,
            OpenGates = "",
        };

    private Account Holder(Guid id, Guid region, int number) =>
        new()
        {
            Id = id,
            UserName = $"holder-{number}@hemvag.example",
            NormalizedUserName = $"HOLDER-{number}@HEMVAG.EXAMPLE",
            DisplayName = $"Holder {number}",
            OrganisationId = region,
            Language = "sv",
            IsDemo = false,
            CreatedAt = now,
            SecurityStamp = "generated",
        };

    private static Guid GuidOf(int kind, int number) => new(number, (short)kind, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0);
}
