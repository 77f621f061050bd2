using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Cases;

/// <summary>What is asked of whom.</summary>
/// <param name="AccountId">Null: whoever holds the role at the organisation.</param>
/// <param name="Page">The page of the case where it is done, as the last part of its address.</param>
internal sealed record WorkAsked(
    WorkItemKind Kind,
    Urgency Urgency,
    Role Role,
    Guid OrganisationId,
    Guid? AccountId,
    string Page,
    DateOnly? DueOn,
    Guid? SubjectId = null
);
