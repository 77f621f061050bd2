using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.BreakGlass;

/// <summary>
/// Breaks the glass and reviews it. Only at an organisation that works on the case already: another organisation sees nothing without
/// the person's consent, in an emergency neither. The holder is told at once.
/// </summary>
internal sealed class GlassBreaking(CaseOperations operations, HemvagDbContext db, TimeProvider time)
{
    /// <summary>Shorter is no reason that somebody else could judge.</summary>
    public const int ShortestReason = 20;

    /// <summary>The roles that care for people; each at its own organisation.</summary>
    public static readonly Role[] Breaks = [Role.RegionalCoordinator, Role.IomCaseworker, Role.LocalOfficeWorker];

    /// <returns>The case.</returns>
    /// <exception cref="RefusedException">GlassNotNeeded for a case they see; GlassNoCase for a number that is unknown, of a case elsewhere or closed, alike; GlassCompartment, GlassReasonShort, GlassProtected.</exception>
    public async Task<Guid> BreakAsync(CurrentAccount account, Guid operationId, string number, Compartment compartment, string reason)
    {
        var role = account.Roles.First(Breaks.Contains);
        if (!CasePermissions.CompartmentsFor(role).HasFlag(compartment) || Compartments.Each(compartment).Count() != 1)
        {
            throw new RefusedException(CaseRefusals.GlassCompartment, "Compartment");
        }

        if (reason.Length < ShortestReason)
        {
            throw new RefusedException(CaseRefusals.GlassReasonShort, "Reason");
        }

        var caseId = await FindAsync(account, role, number) ?? throw new RefusedException(CaseRefusals.GlassNoCase, "Number");
        await operations.WithoutSightAsync(account, operationId, caseId, "BreakGlass", work => BreakAsync(work, account, role, compartment, reason));
        return caseId;
    }

    /// <exception cref="RefusedException">GlassReviewed, GlassOwn; GlassNoCase when the case has no such row.</exception>
    public Task ReviewAsync(CaseHandle handle, Guid operationId, Guid glassId, bool justified) =>
        operations.RunAsync(
            handle,
            operationId,
            "ReviewBrokenGlass",
            OperationNature.Steering,
            async work =>
            {
                var glass =
                    await work.Db.Set<BrokenGlass>().FirstOrDefaultAsync(g => g.Id == glassId && g.CaseId == work.Case.Id)
                    ?? throw new RefusedException(CaseRefusals.GlassNoCase);
                work.Record(glass.Review(handle.Account.Id, work.Now, justified));
                await work.DoneAsync(WorkItemKind.ReviewBrokenGlass, glassId);
            }
        );

    // A colleague of those who see it: what their organisation may not know of does not exist here either.
    private async Task<Guid?> FindAsync(CurrentAccount account, Role role, string number)
    {
        var wanted = number.Trim();
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var seeing = Seeing.Participants(db, today).Where(p => p.OrganisationId == account.OrganisationId && p.Role == role);
        var whos = account.Whos;
        if (
            await db.Set<Case>()
                .AnyAsync(c => (c.Number == wanted || c.NeutralName == wanted) && seeing.Any(p => p.CaseId == c.Id && whos.Contains(p.WhoId)))
        )
        {
            // It lies open to them as it is, and what they did they would review themselves.
            throw new RefusedException(CaseRefusals.GlassNotNeeded, "Number");
        }

        return await db.Set<Case>()
            .Where(c => c.ClosedAt == null && (c.Number == wanted || c.NeutralName == wanted))
            .Where(c => seeing.Any(p => p.CaseId == c.Id))
            .Select(c => (Guid?)c.Id)
            .FirstOrDefaultAsync();
    }

    private static async Task BreakAsync(CaseWork work, CurrentAccount account, Role role, Compartment compartment, string reason)
    {
        if (work.Case.IdentityProtection is not null && (compartment & CasePermissions.ProtectedByName) != Compartment.None)
        {
            throw new RefusedException(CaseRefusals.GlassProtected, "Compartment");
        }

        var glass = new BrokenGlass
        {
            Id = work.NewId(),
            CaseId = work.Case.Id,
            AccountId = account.Id,
            OrganisationId = account.OrganisationId,
            Role = role,
            Compartment = compartment,
            At = work.Now,
            Until = work.Now + BrokenGlass.Lasts,
        };
        work.Db.Add(glass);
        await work.SealAsync(Compartment.Protection, GlassReason.SubjectOf(glass.Id), new GlassReason(reason), null);
        work.Record(new GlassBroken(glass.Id, account.Id, compartment, glass.Until));
        await work.AskAsync(
            new WorkAsked(
                WorkItemKind.ReviewBrokenGlass,
                Urgency.Safety,
                Role.RegionalCoordinator,
                work.Case.RegionId,
                work.Case.HolderId,
                CaseLinks.BrokenGlass,
                work.Today,
                glass.Id
            )
        );
    }
}
