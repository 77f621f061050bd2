using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Cases.ProtectedIdentity;

/// <summary>
/// Who takes over a case with protected identity may open what the one before could: somebody has to be able to reach the person. Where
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

        // The row of the one before has just ended; whether they could read still stands in it.
        var before = work.Db.Set<CaseParticipant>().Local.Where(p => p.AccountId == from && p.Role == role && p.ReadsProtected).ToList();
        var after = (await work.Seers.ParticipantsAsync()).Where(p => p.AccountId == to && p.Role == role);
        foreach (var part in after.Where(_ => before.Count > 0))
        {
            part.ReadsProtected = true;
            work.Record(new ProtectedReaderSet(part.OrganisationId, part.AccountId!.Value, true));
        }
    }
}
