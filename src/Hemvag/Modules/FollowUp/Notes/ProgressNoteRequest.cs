using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.FollowUp.Notes;

/// <summary>After a contact IOM Finland owes the Swedish partners a word, if the person has allowed it.</summary>
internal static class ProgressNoteRequest
{
    private const int DaysToWrite = 7;

    public static async Task AskAsync(CaseWork work)
    {
        if (!await ProgressNoteConsent.Recipients(work.Db, work.Case.Id, work.Today).AnyAsync())
        {
            return;
        }

        await work.AskAsync(
            new WorkAsked(
                WorkItemKind.WriteProgressNote,
                Urgency.Date,
                Role.IomCaseworker,
                IomFinland.Id,
                null,
                FollowUpPages.Notes,
                work.Today.AddDays(DaysToWrite)
            )
        );
    }
}
