using Hemvag.Data;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Reintegration.Plans;

/// <summary>The reintegration plan of a case. Every change makes a new version, and a yes counts for the version it was given to.</summary>
internal sealed class ReintegrationPlan : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>1, 2, 3 …</summary>
    public int Version { get; set; }

    /// <summary>Number of the next item; numbers are never used again.</summary>
    public int NextNumber { get; set; } = 1;
}

/// <summary>What the person wants to build, and by which means. Goal, provider and description are sealed.</summary>
internal sealed class PlanItem : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>What people call it by: item 2.</summary>
    public required int Number { get; init; }

    /// <summary>The accompanying child it is for; null for the adult.</summary>
    public Guid? ChildId { get; set; }

    /// <summary>"Child 1".</summary>
    public int? ChildOrdinal { get; set; }

    public SupportPurpose Purpose { get; set; }

    /// <summary>The entitlement that is to pay it.</summary>
    public EntitlementCategory Category { get; set; }

    /// <summary>Planned, in minor units; zero for what costs nothing.</summary>
    public long AmountMinor { get; set; }

    public required string Currency { get; init; }

    /// <summary>Month after arrival: 1 is the first.</summary>
    public int Month { get; set; }

    /// <summary>Who sees to it.</summary>
    public Role Responsible { get; set; }

    /// <summary>The day it was talked through with the person.</summary>
    public DateOnly DrawnUpOn { get; set; }

    /// <summary>Version of the plan that brought it in.</summary>
    public required int AddedIn { get; init; }

    /// <summary>Version of the plan that changed it last.</summary>
    public int ChangedIn { get; set; }

    /// <summary>Version of the plan that left it out; null while it stands.</summary>
    public int? RemovedIn { get; set; }
}

/// <summary>One party's yes to one version.</summary>
internal sealed class PlanAgreement : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required int Version { get; init; }

    public required PlanParty Party { get; init; }

    public required DateOnly AgreedOn { get; init; }

    public required DateTime RecordedAt { get; init; }

    public required Guid RecordedBy { get; init; }

    /// <summary>ISO 639 code of the language the person heard the plan in; null for the organisations.</summary>
    public required string? Language { get; init; }

    /// <summary>Through an interpreter, whose name is sealed.</summary>
    public required bool ThroughInterpreter { get; init; }
}
