using Hemvag.Modules.Cases;
using Hemvag.Modules.Justice.Trials;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Justice.Proceedings;

/// <summary>The yes to access to justice was taken back: nobody calls the person about it any more, and no journey is helped with.</summary>
internal sealed class StopTellingWhenWithdrawn : IReactTo<ConsentWithdrawn>
{
    public async Task ReactAsync(ConsentWithdrawn happened, CaseWork work)
    {
        if (
            happened.Purpose == ConsentPurpose.AccessToJustice
            && !await JusticeConsent.IsLiveAsync(work.Db, work.Case.Id, work.Today, except: happened.ConsentId)
        )
        {
            await work.DoneAsync(WorkItemKind.TellDevelopment);
            await work.DoneAsync(WorkItemKind.JusticeYesEnded);
            await CancelJourneys.AheadAsync(work);
        }
    }
}
