using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.FollowUp.Contacts;

/// <summary>Met on arrival: the programme's months are planned, if the person has said yes to contact.</summary>
internal sealed class PlanOnArrival : IReactTo<MilestoneReached>, IReactTo<MilestoneTakenBack>
{
    public async Task ReactAsync(MilestoneReached happened, CaseWork work)
    {
        if (happened.Kind == MilestoneKind.MetOnArrival && await YesToContact.IsLiveAsync(work.Db, work.Case.Id, work.Today))
        {
            var days = ContactPlan.Monthly(happened.OccurredOn, work.Programme.FollowUp.Months);
            await ContactPlan.AddAsync(work, ContactOrigin.Plan, days);
        }
    }

    /// <summary>The person had not been met: the months are counted when they are.</summary>
    public Task ReactAsync(MilestoneTakenBack happened, CaseWork work) =>
        happened.Kind == MilestoneKind.MetOnArrival
            ? ContactPlan.CancelFromAsync(work, ContactCancelReason.NotMet, DateOnly.MinValue, missedToo: true)
            : Task.CompletedTask;
}

/// <summary>
/// Support ended at the person's wish: no more contacts, unless they say that they want them. What is late or was missed goes too: the person
/// has been reached before the support can end.
/// </summary>
internal sealed class CancelOnSupportEnded : IReactTo<SupportEnded>
{
    public Task ReactAsync(SupportEnded happened, CaseWork work) =>
        ContactPlan.CancelFromAsync(work, ContactCancelReason.SupportEnded, DateOnly.MinValue, missedToo: true);
}

/// <summary>The yes to contact was taken back: nobody calls any more.</summary>
internal sealed class CancelOnConsentWithdrawn : IReactTo<ConsentWithdrawn>
{
    public async Task ReactAsync(ConsentWithdrawn happened, CaseWork work)
    {
        if (
            happened.Purpose == ConsentPurpose.ContactAfterReturn
            && !await YesToContact.IsLiveAsync(work.Db, work.Case.Id, work.Today, except: happened.ConsentId)
        )
        {
            await ContactPlan.CancelFromAsync(work, ContactCancelReason.ConsentWithdrawn, DateOnly.MinValue, missedToo: true);
        }
    }
}
