using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Justice.Proceedings;

/// <summary>The yes to access to justice was taken back: nobody calls the person about it any more.</summary>
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
        }
    }
}
