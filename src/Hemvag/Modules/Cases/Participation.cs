using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Cases;

/// <summary>Who works on a case: added and ended inside an operation.</summary>
internal static class Participation
{
    /// <summary>Adds someone who works on the case from now on; does nothing when they already do.</summary>
    /// <param name="restsOn">The consent without which they see nothing; null for the holder and the one who asked for help with the person.</param>
    /// <param name="sharedBy">The colleague whose case it is, where it does not become their own.</param>
    public static async Task AddParticipantAsync(
        this CaseWork work,
        Guid organisationId,
        Guid? accountId,
        Role role,
        ConsentPurpose? restsOn,
        Guid? sharedBy = null
    )
    {
        var there = await work.PartsAsync(organisationId, role);
        if (there.Any(p => p.AccountId == accountId && p.RestsOn == restsOn && p.SharedBy is null == sharedBy is null))
        {
            return;
        }

        work.Db.Add(
            new CaseParticipant
            {
                Id = work.NewId(),
                CaseId = work.Case.Id,
                OrganisationId = organisationId,
                AccountId = accountId,
                Role = role,
                RestsOn = restsOn,
                SharedBy = sharedBy,
                From = work.Now,
            }
        );
        work.Record(new ParticipantAdded(organisationId, accountId, role));
    }

    /// <summary>Whoever holds the role at the organisation sees the case, unless it is one colleague's own there already.</summary>
    public static async Task AddAnyoneAsync(this CaseWork work, Guid organisationId, Role role, ConsentPurpose? restsOn)
    {
        if ((await work.PartsAsync(organisationId, role)).Count == 0)
        {
            await work.AddParticipantAsync(organisationId, null, role, restsOn);
        }
    }

    public static async Task EndParticipantAsync(this CaseWork work, Guid organisationId, Guid? accountId, Role role)
    {
        foreach (var row in (await work.PartsAsync(organisationId, role)).Where(p => p.AccountId == accountId))
        {
            work.End(row);
        }
    }

    /// <summary>A colleague whom the case was shared with sees it no more; what is their own stays.</summary>
    public static async Task EndSharingAsync(this CaseWork work, Guid organisationId, Guid accountId, Role role)
    {
        foreach (var row in (await work.PartsAsync(organisationId, role)).Where(p => p.AccountId == accountId && p.SharedBy is not null))
        {
            work.End(row);
        }
    }

    /// <summary>Nobody at the organisation works on the case in that role any longer, by name or not.</summary>
    public static async Task EndParticipantsAsync(this CaseWork work, Guid organisationId, Role role)
    {
        foreach (var row in await work.PartsAsync(organisationId, role))
        {
            work.End(row);
        }
    }

    /// <summary>Who works on the case at the organisation in that role, as this operation leaves it; whether they see it or not.</summary>
    public static async Task<IReadOnlyList<CaseParticipant>> PartsAsync(this CaseWork work, Guid organisationId, Role role) =>
        [.. (await work.Seers.PartsAsync()).Where(p => p.OrganisationId == organisationId && p.Role == role)];

    private static void End(this CaseWork work, CaseParticipant row)
    {
        row.Until = work.Now;
        work.Record(new ParticipantEnded(row.OrganisationId, row.AccountId, row.Role));
    }
}
