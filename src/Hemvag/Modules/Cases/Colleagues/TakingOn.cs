using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Cases.Colleagues;

/// <summary>
/// A case that came to an office becomes one colleague's own: the others there no longer see it, unless it is shared with them.
/// Who approves payments stays whoever holds the role: they see money alone, and one of them has to be there every day.
/// </summary>
internal static class TakingOn
{
    private static readonly Role[] TakenByOne = [Role.ReferringProfessional, Role.IomCaseworker, Role.LocalOfficeWorker];

    /// <summary>Whether a case of that role is somebody's own.</summary>
    public static bool Concerns(Role role) => TakenByOne.Contains(role);

    /// <returns>False when it does not wait for anyone there to take it on.</returns>
    public static async Task<bool> Async(CaseWork work, Guid organisationId, Role role, Guid accountId)
    {
        var waiting = (await work.PartsAsync(organisationId, role)).Where(p => p.AccountId is null).ToList();
        foreach (var part in waiting)
        {
            await work.EndParticipantAsync(organisationId, null, role);
            await work.AddParticipantAsync(organisationId, accountId, role, part.RestsOn);
        }

        if (waiting.Count > 0)
        {
            work.Record(new CaseTakenOn(accountId, role));
        }

        return waiting.Count > 0;
    }
}
