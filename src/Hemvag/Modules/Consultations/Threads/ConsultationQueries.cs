using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Consultations.Threads;

/// <summary>What a consultation waits for from the reader.</summary>
internal enum ConsultationWaits
{
    Nothing,

    /// <summary>It lies at the desk.</summary>
    Take,
    Answer,

    /// <summary>An answer has come: ask on, or end it.</summary>
    Read,

    /// <summary>Nothing has been written for long: is it still needed?</summary>
    Quiet,

    /// <summary>It has ended, and can be read until a day.</summary>
    ReadBeforeErased,

    /// <summary>The colleague who asked has left.</summary>
    TakeOver,
}

/// <summary>A consultation in a list: never its words.</summary>
internal sealed record ConsultationRow(
    Guid Id,
    string Number,
    Guid RecipientId,
    Guid AskedFrom,
    string? TakerName,
    DateTime AskedAt,
    DateTime LastAt,
    DateOnly? KeptUntil,
    DateTime? EndedAt,
    DateTime? ErasedAt,
    Guid? PartOfCaseId,
    bool IsAsker,
    bool IsTaker,
    ConsultationSide LastBy
)
{
    public ConsultationWaits WaitsFor(DateTime now) =>
        ErasedAt is not null ? ConsultationWaits.Nothing
        : IsAsker && EndedAt is not null ? ConsultationWaits.ReadBeforeErased
        : IsAsker && LastBy == ConsultationSide.Recipient ? ConsultationWaits.Read
        : IsAsker ? (now - LastAt > TimeSpan.FromDays(Consultation.DaysQuiet) ? ConsultationWaits.Quiet : ConsultationWaits.Nothing)
        : IsTaker && EndedAt is null && LastBy == ConsultationSide.Asker ? ConsultationWaits.Answer
        : IsTaker ? ConsultationWaits.Nothing
        : EndedAt is null ? ConsultationWaits.Take
        : ConsultationWaits.TakeOver;
}

/// <summary>A turn as it is read under an opening.</summary>
internal sealed record TurnShown(ConsultationSide Side, string Text, DateTime At);

/// <summary>Reads consultations: lists for everyone who may know of them, words for those who have opened them.</summary>
internal sealed class ConsultationQueries(HemvagDbContext db, ConsultationAccess access, CaseVault vault)
{
    private const int Shown = 100;

    /// <summary>Those that live first, then what has moved last.</summary>
    public async Task<IReadOnlyList<ConsultationRow>> ListAsync(CurrentAccount account) =>
        await Rows(access.Visible(account).OrderBy(c => c.ErasedAt != null).ThenByDescending(c => c.LastAt).Take(Shown), account.Id).ToListAsync();

    /// <summary>Those that are not erased: what can wait for someone.</summary>
    public async Task<IReadOnlyList<ConsultationRow>> LivingAsync(CurrentAccount account) =>
        await Rows(access.Visible(account).Where(c => c.ErasedAt == null).OrderBy(c => c.LastAt).Take(Shown), account.Id).ToListAsync();

    public async Task<IReadOnlyList<TurnShown>> TurnsAsync(OpenedCompartment opened)
    {
        var turns = await vault.ReadAllAsync<ConsultationTurn>(db, opened, Compartment.Notes, ConsultationTurn.SubjectPrefix);
        return [.. turns.OrderBy(t => t.Subject, StringComparer.Ordinal).Select(t => new TurnShown(t.Value.Side, t.Value.Text, t.WrittenAt))];
    }

    private IQueryable<ConsultationRow> Rows(IQueryable<Consultation> consultations, Guid me) =>
        consultations
            .AsNoTracking()
            .Select(c => new ConsultationRow(
                c.Id,
                c.Number,
                c.RecipientId,
                c.AskedFrom,
                db.Set<Account>().Where(a => a.Id == c.TakenBy).Select(a => a.DisplayName).FirstOrDefault(),
                c.AskedAt,
                c.LastAt,
                c.KeptUntil,
                c.EndedAt,
                c.ErasedAt,
                c.PartOfCaseId,
                c.AskedBy == me,
                c.TakenBy == me,
                c.LastBy
            ));
}
