using Hemvag.Data;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Cases;

/// <summary>One person's way home under one programme version. Holds nothing personal: that is sealed.</summary>
internal sealed class Case : ICaseRow
{
    public required Guid Id { get; init; }

    /// <summary>The case itself; the same as <see cref="Id"/>.</summary>
    public Guid CaseId => Id;

    /// <summary>"ÅMP 2026-0014": programme, year, counter. What people say and search by.</summary>
    public required string Number { get; init; }

    /// <summary>"Björk 7": made by the system, so that people can speak of the case without a name.</summary>
    public required string NeutralName { get; init; }

    /// <summary>The version whose rules it follows; another one only when it is moved there by itself.</summary>
    public required string ProgrammeId { get; set; }

    /// <summary>That of its version, which it keeps when it moves; stored for lists.</summary>
    public ProgrammeKind Kind { get; init; }

    /// <summary>The region whose coordinators answer for the case; Migrationsverket for cash support.</summary>
    public required Guid RegionId { get; set; }

    /// <summary>The coordinator who holds it; null until someone has taken the matter.</summary>
    public Guid? HolderId { get; set; }

    /// <summary>The country of return, code of the country list (ISO 3166 alpha-2; "kosovo" has none), or null while it is open. In clear: routing needs it.</summary>
    public string? CountryCode { get; set; }

    /// <summary>The office or partner that meets the person; null until it may know of the case.</summary>
    public Guid? LocalOfficeId { get; set; }

    /// <summary>Why the person's identity is protected in Sweden; null in most cases.</summary>
    public IdentityProtection? IdentityProtection { get; set; }

    /// <summary>The person who returns is under 18, and who answers for them; null for an adult. Kept by the module of children.</summary>
    public MinorStanding? Minor { get; set; }

    /// <summary>Someone who stands for a child here is suspected of the crime: not contacted, given nothing (OSL 12:3). Kept by the module of children.</summary>
    public bool ExcludesGuardian { get; set; }

    public required DateTime OpenedAt { get; init; }

    public required Guid OpenedBy { get; init; }

    /// <summary>Derived from the flags below; stored for lists.</summary>
    public CaseState State { get; set; }

    /// <summary>UTC. Everything is held since then; null when nothing is.</summary>
    public DateTime? HeldAt { get; set; }

    /// <summary>UTC. After the latest stop a named worker has reached the person; until then nothing that cannot be undone follows.</summary>
    public DateTime? ReachedAfterStopAt { get; set; }

    /// <summary>UTC. Support ended at the person's wish after arrival.</summary>
    public DateTime? SupportEndedAt { get; set; }

    public DateTime? ClosedAt { get; set; }

    public ClosingGround? ClosingGround { get; set; }

    /// <summary>UTC. Everything sealed was destroyed then; null while anything can be opened.</summary>
    public DateTime? ErasedAt { get; set; }

    /// <summary>UTC. The thread of access to justice is open since then, which can outlive the closing; null when there is none or it has ended.</summary>
    public DateTime? JusticeOpenSince { get; set; }

    /// <summary>Milestones reached, in the order of the vocabulary, comma separated. Derived from the milestone rows.</summary>
    public string Reached { get; set; } = "";

    /// <summary>Of those, what had happened before the case was entered here; empty but for a case that began under an earlier version.</summary>
    public string Past { get; set; } = "";

    /// <summary>The day of the first contact; null before it is recorded.</summary>
    public DateOnly? BeganOn { get; set; }

    /// <summary>1 to n of the programme's steps. Derived by <see cref="CaseProgress"/>.</summary>
    public int Step { get; set; } = 1;

    /// <summary>The next milestone of the programme's table. Derived by <see cref="CaseProgress"/>.</summary>
    public MilestoneKind? Next { get; set; }

    /// <summary>The earliest date of anything that waits. Derived from the open work items.</summary>
    public DateOnly? NextDueOn { get; set; }

    public IReadOnlySet<MilestoneKind> ReachedSet => Parse(Reached);

    /// <summary>Milestones entered as history, by their days alone.</summary>
    public IReadOnlySet<MilestoneKind> PastSet => Parse(Past);

    public bool Has(MilestoneKind milestone) => ReachedSet.Contains(milestone);

    /// <summary>It is open, or its thread of access to justice is: the person is called, and someone outside the region may see.</summary>
    public bool IsCaredFor => ClosedAt is null || JusticeOpenSince is not null;

    /// <summary>Whether a yes to the purpose can hold: none outlives its case, but the one to a thread of access to justice that is open.</summary>
    public bool Keeps(ConsentPurpose purpose) => ClosedAt is null || (purpose == ConsentPurpose.AccessToJustice && JusticeOpenSince is not null);

    /// <summary>Between departure and arrival: nobody knows yet that the person is safe.</summary>
    public bool IsUnderWay => Has(MilestoneKind.Departed) && !Has(MilestoneKind.MetOnArrival);

    /// <summary>Before she has been met, stop holds the journey; after that the end of the support is held in the same way.</summary>
    public bool CanBeStopped => ClosedAt is null && HeldAt is null && !Has(MilestoneKind.MetOnArrival) && !Has(MilestoneKind.CashPaid);

    public bool SupportCanBeEnded => ClosedAt is null && HeldAt is null && SupportEndedAt is null && Has(MilestoneKind.MetOnArrival);

    private static HashSet<MilestoneKind> Parse(string kinds) => kinds.Length == 0 ? [] : [.. kinds.Split(',').Select(Enum.Parse<MilestoneKind>)];
}
