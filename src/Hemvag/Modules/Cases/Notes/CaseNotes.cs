using Hemvag.Data;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.Notes;

/// <summary>
/// Everything sealed under Notes goes through here: a text is read by the organisation that wrote it and by those it was written to,
/// whoever else may open the compartment.
/// </summary>
internal sealed class CaseNotes(HemvagDbContext db, CaseVault vault)
{
    /// <param name="subject">Written once; a text under Notes is never changed.</param>
    /// <param name="to">Whom it is written to, beside the organisation of the one who writes; nobody for what stays there.</param>
    public static async Task<SealedRecord> SealAsync<T>(CaseWork work, string subject, T payload, params IEnumerable<Guid> to)
        where T : class, ISealedPayload
    {
        var writer = work.Account?.OrganisationId ?? throw new InvalidOperationException("The system writes no notes.");
        foreach (var organisation in to.Append(writer).Distinct())
        {
            work.Db.Add(
                new NoteReader
                {
                    Id = work.NewId(),
                    CaseId = work.Case.Id,
                    Subject = subject,
                    OrganisationId = organisation,
                }
            );
        }

        return await work.SealAsync(Compartment.Notes, subject, payload, 0);
    }

    /// <summary>Another organisation takes the case over: it reads what was written to the one before, which goes on reading in its own file alone.</summary>
    /// <remarks>What an organisation keeps for itself does not follow.</remarks>
    public static async Task FollowAsync(CaseWork work, Guid from, Guid to)
    {
        var written = await work
            .Db.Set<NoteReader>()
            .Where(r => r.CaseId == work.Case.Id && r.OrganisationId == from && !r.Subject.StartsWith(OwnNote.SubjectPrefix))
            .Select(r => r.Subject)
            .ToListAsync();
        foreach (var subject in written)
        {
            work.Db.Add(
                new NoteReader
                {
                    Id = work.NewId(),
                    CaseId = work.Case.Id,
                    Subject = subject,
                    OrganisationId = to,
                }
            );
        }
    }

    /// <returns>What the reader's organisation wrote or was written; nothing while Notes is closed to the reader.</returns>
    public Task<IReadOnlyList<Unsealed<T>>> ReadAsync<T>(CaseHandle handle, string subjectPrefix)
        where T : class, ISealedPayload => ReadAsync<T>(handle, handle.Opened, subjectPrefix);

    /// <summary>The same in no more than what is opened.</summary>
    public async Task<IReadOnlyList<Unsealed<T>>> ReadAsync<T>(CaseHandle handle, OpenedCompartment? opened, string subjectPrefix)
        where T : class, ISealedPayload
    {
        if (opened is null || !opened.Covers(Compartment.Notes) || !handle.MayOpen(Compartment.Notes))
        {
            return [];
        }

        var mine = db.Set<NoteReader>()
            .Where(r => r.CaseId == handle.CaseId && r.OrganisationId == handle.Account.OrganisationId)
            .Select(r => r.Subject);
        return await vault.ReadAllAsync<T>(db, opened, Compartment.Notes, subjectPrefix, mine);
    }
}
