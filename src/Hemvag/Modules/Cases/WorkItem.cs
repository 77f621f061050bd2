using Hemvag.Data;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Cases;

/// <summary>In which part of Today a work item stands; the order is the order of the page.</summary>
internal enum Urgency
{
    Safety,
    Money,
    Date,
}

/// <summary>Something that waits for a named person, or for whoever holds a role at an organisation.</summary>
internal sealed class WorkItem : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required WorkItemKind Kind { get; init; }

    public required Urgency Urgency { get; init; }

    /// <summary>The row it is about (a payment, a contact, a consent); null for the case itself.</summary>
    public required Guid? SubjectId { get; init; }

    /// <summary>Null: whoever holds the role.</summary>
    public required Guid? AccountId { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>The account, or where none is named the organisation: one column by which either finds its rows.</summary>
    public Guid WhoId
    {
        // What the column held, where the row was read: a value that fits no longer has to show in the row's digest.
        get => field == Guid.Empty ? AccountId ?? OrganisationId : field;
        private set;
    }

    public required Role Role { get; init; }

    /// <summary>The page of the case where it is done, as the last part of its address ("referral").</summary>
    public required string Page { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required DateOnly? DueOn { get; init; }

    public DateTime? DoneAt { get; set; }

    public Guid? DoneBy { get; set; }
}
