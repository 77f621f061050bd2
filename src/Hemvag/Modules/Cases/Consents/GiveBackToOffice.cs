using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Cases.Consents;

/// <summary>
/// The person says yes to the local office again: what had fallen to IOM Finland or to the holder while the office saw nothing
/// waits for the office once more.
/// </summary>
internal sealed class GiveBackToOffice : IReactTo<ConsentGiven>
{
    private static readonly WorkItemKind[] OfTheOffice =
    [
        WorkItemKind.MeetOnArrival,
        WorkItemKind.RecordOnwardJourney,
        WorkItemKind.HoldAtOffice,
        WorkItemKind.HoldContact,
        WorkItemKind.PayPayment,
        WorkItemKind.ReceiptPayment,
        WorkItemKind.HelpWithJourney,
        WorkItemKind.ExpectAtOffice,
    ];

    public async Task ReactAsync(ConsentGiven happened, CaseWork work)
    {
        if (
            happened.Purpose != ConsentPurpose.ContactWithLocalOffice
            || work.Case.LocalOfficeId is not { } office
            || !happened.Recipients.Contains(office)
        )
        {
            return;
        }

        foreach (var item in (await work.WaitingAsync()).Where(w => w.Role != Role.LocalOfficeWorker && OfTheOffice.Contains(w.Kind)))
        {
            work.Done(item);
            await work.AskAsync(new WorkAsked(item.Kind, item.Urgency, Role.LocalOfficeWorker, office, null, item.Page, item.DueOn, item.SubjectId));
        }
    }
}
