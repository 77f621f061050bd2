using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases;

/// <summary>Who of those that work on cases may see them on a day, and what they may open there.</summary>
internal static class Seeing
{
    /// <summary>
    /// The consents that hold on a day. None outlives its case: what was said yes to ends when the case is closed. One exception: the yes to
    /// access to justice holds until that thread has ended.
    /// </summary>
    public static IQueryable<Consent> LiveConsents(HemvagDbContext db, DateOnly today) =>
        db.Set<Consent>()
            .Where(x => x.WithdrawnAt == null && x.StartsOn <= today && (x.EndsOn == null || x.EndsOn >= today))
            .Where(x =>
                !db.Set<Case>()
                    .Any(c => c.Id == x.CaseId && c.ClosedAt != null && (x.Purpose != ConsentPurpose.AccessToJustice || c.JusticeOpenSince == null))
            );

    /// <summary>Those whose work has not ended and who need no consent, or have the one it rests on.</summary>
    public static IQueryable<CaseParticipant> Participants(HemvagDbContext db, DateOnly today) =>
        db.Set<CaseParticipant>()
            .Where(p => p.Until == null)
            .Where(p =>
                p.RestsOn == null
                || db.Set<ConsentRecipient>()
                    .Any(r =>
                        r.CaseId == p.CaseId
                        && r.OrganisationId == p.OrganisationId
                        && LiveConsents(db, today).Any(x => x.Id == r.ConsentId && x.Purpose == p.RestsOn)
                    )
            );

    /// <summary>The cases that an account sees by the consent to access to justice alone: of them it is shown that thread and no more.</summary>
    public static IQueryable<Guid> ThreadAlone(HemvagDbContext db, CurrentAccount account, DateOnly today)
    {
        var roles = account.Roles.ToList();
        var whos = account.Whos;
        var mine = Participants(db, today).Where(p => whos.Contains(p.WhoId) && p.OrganisationId == account.OrganisationId && roles.Contains(p.Role));
        return mine.Where(p => p.RestsOn == ConsentPurpose.AccessToJustice)
            .Where(p => !mine.Any(other => other.CaseId == p.CaseId && (other.RestsOn == null || other.RestsOn != ConsentPurpose.AccessToJustice)))
            .Select(p => p.CaseId);
    }

    /// <summary>
    /// What someone who sees the case may open: what the task needs; where it rests on a consent no more than consents allow; and of a person
    /// with protected identity, Identity and Contact only when named for it.
    /// </summary>
    /// <param name="consented">What the live consents that name the organisation allow together.</param>
    /// <param name="reader">Who would open: another than the part names, where someone stands in for a colleague.</param>
    public static Compartment CompartmentsOf(CaseParticipant part, Guid? reader, Compartment consented, Case @case, ProgrammeVersion version)
    {
        var most = CasePermissions.CompartmentsFor(part.Role, RelationOf(part, @case), version) & OpenIfProtected(part, reader, @case);
        return part.RestsOn is null ? most : most & consented;
    }

    /// <summary>All of the role's, unless the identity is protected and the reader is not the one the part names for it.</summary>
    public static Compartment OpenIfProtected(CaseParticipant part, Guid? reader, Case @case) =>
        @case.IdentityProtection is null || (part.ReadsProtected && part.AccountId == reader)
            ? Compartments.All
            : ~CasePermissions.ProtectedByName & Compartments.All;

    private static CaseRelation RelationOf(CaseParticipant part, Case @case) =>
        @case.ClosedAt is not null && part.Role == Role.ReferringProfessional
            // Whoever brought the matter sees that it has ended, and the answer where it ended with one; the case is not theirs.
            ? @case.ClosingGround == ClosingGround.AnsweredAtFirstContact
                ? CaseRelation.BroughtAndAnswered
                : CaseRelation.BroughtAndEnded
            : part.RestsOn switch
            {
                null => CaseRelation.OwnTask,
                ConsentPurpose.AccessToJustice => CaseRelation.JusticeThread,
                _ => CaseRelation.Consent,
            };
}
