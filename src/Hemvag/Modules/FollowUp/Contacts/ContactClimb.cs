using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.FollowUp.Contacts;

/// <summary>
/// Nothing dies of silence: a missed contact waits for the one who keeps the contact, then for IOM Finland's caseworker,
/// then for the coordinator in Sweden. It climbs with each try and with each silence, and never closes.
/// </summary>
internal static class ContactClimb
{
    /// <param name="tries">Tries without an answer, 1 or more.</param>
    /// <param name="next">What the one who tried did then.</param>
    public static ClimbLevel LevelFor(int tries, MissedNext next, ClimbLevel now)
    {
        var byTries = tries switch
        {
            <= 1 => ClimbLevel.ContactHolder,
            2 => ClimbLevel.Caseworker,
            _ => ClimbLevel.Coordinator,
        };
        var reached = byTries > now ? byTries : now;
        return next == MissedNext.Climb ? Above(reached) : reached;
    }

    public static ClimbLevel Above(ClimbLevel level) => level == ClimbLevel.Coordinator ? level : level + 1;

    /// <summary>Asks those at the level, and schedules the next look. Those below keep it too.</summary>
    public static async Task ToAsync(CaseWork work, FollowUpContact contact, ClimbLevel level)
    {
        if (level > contact.Level)
        {
            work.Record(new ContactClimbed(contact.Id, contact.Level, level));
            contact.Level = level;
        }

        await work.AskAsync(AskedAt(work.Case, contact, contact.Level, work.Today));
        await ChaseMissedContact.ScheduleAsync(work, contact);
    }

    private static WorkAsked AskedAt(Case @case, FollowUpContact contact, ClimbLevel level, DateOnly today)
    {
        var holder = FollowUpOrganisations.ContactHolder(@case);
        var (role, organisation, account) = level switch
        {
            ClimbLevel.Coordinator => (Role.RegionalCoordinator, @case.RegionId, @case.HolderId),
            ClimbLevel.Caseworker => (Role.IomCaseworker, IomFinland.Id, null),
            ClimbLevel.ContactHolder or ClimbLevel.None => (holder.Role, holder.OrganisationId, (Guid?)null),
        };
        return new WorkAsked(
            WorkItemKind.ContactMissed,
            Urgency.Safety,
            role,
            organisation,
            account,
            FollowUpPages.Contact(contact.Id),
            today,
            contact.Id
        );
    }
}
