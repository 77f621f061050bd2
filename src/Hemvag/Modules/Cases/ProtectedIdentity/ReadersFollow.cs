using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Cases.ProtectedIdentity;

/// <summary>
/// Who takes over a case with protected identity may open what they or the one before could, and in any event where nobody else in the
/// region can: somebody has to be able to reach the person. Where
/// nobody by name takes over, the coordinator names someone anew.
/// </summary>
internal sealed class ReadersFollow : IReactTo<CaseHandedOver>, IReactTo<CaseHandedOn>
{
    public Task ReactAsync(CaseHandedOver happened, CaseWork work) => MoveAsync(work, happened.FromAccountId, happened.ToAccountId, happened.Role);

    public Task ReactAsync(CaseHandedOn happened, CaseWork work) => MoveAsync(work, happened.FromAccountId, happened.ToAccountId, happened.Role);

    private static async Task MoveAsync(CaseWork work, Guid from, Guid? to, Role role)
    {
        if (work.Case.IdentityProtection is null || to is null)
        {
            return;
        }

        // The rows of both may have just ended; whether they could read still stands in them.
        var could = work.Db.Set<CaseParticipant>().Local.Any(p => (p.AccountId == from || p.AccountId == to) && p.Role == role && p.ReadsProtected);
        var seeing = await work.Seers.ParticipantsAsync();
        var nobody = role == Role.RegionalCoordinator && !seeing.Any(p => p.OrganisationId == work.Case.RegionId && p.ReadsProtected);
        foreach (var part in seeing.Where(p => (could || nobody) && p.AccountId == to && p.Role == role && !p.ReadsProtected))
        {
            part.ReadsProtected = true;
            work.Record(new ProtectedReaderSet(part.OrganisationId, part.AccountId!.Value, true));
        }
    }
}
