using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.FollowUp;

/// <summary>Whose work the follow-up is.</summary>
internal static class FollowUpOrganisations
{
    /// <summary>The local office keeps the contact (S1.71); where none is named, IOM Finland does.</summary>
    public static (Guid OrganisationId, Role Role) ContactHolder(Case @case) =>
        @case.LocalOfficeId is { } office && office != IomFinland.Id ? (office, Role.LocalOfficeWorker) : (IomFinland.Id, Role.IomCaseworker);
}
