using Hemvag.Data;
using Hemvag.Modules.Cases.Colleagues;
using Hemvag.Modules.Cases.Documents;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.Consents;

/// <summary>Gives and withdraws consents (S1.44, S1.75). What others may see follows at their next request.</summary>
internal sealed class ConsentService(CaseOperations operations, CaseFiles files, OrganisationQueries organisations, CaseVault vault)
{
    /// <summary>In a closed case the yes to access to justice alone, and only while that thread is open.</summary>
    /// <param name="evidence">The scanned sheet, when there is one.</param>
    /// <exception cref="RefusedException">As <see cref="ConsentWriting.AddAsync"/>, and those of files; CaseClosed; ConsentAgeNotKnown and ConsentChildOldEnough for a person under 18 said to be too young to be asked; ConsentRecipientMissing also for an organisation that the purpose cannot name.</exception>
    public async Task GiveAsync(CaseHandle handle, Guid operationId, ConsentRequest request, UploadedFile? evidence)
    {
        var roles = await RolesOfAsync(handle, request);
        await operations.RunAsync(
            handle,
            operationId,
            "GiveConsent",
            OperationNature.Safeguard,
            async work =>
            {
                ConsentQueries.Require(handle, work.Case, request.Purpose);
                await RequireTooYoungAsync(work, handle, request);
                var file = evidence is null ? null : await files.AddAsync(work, Compartment.Protection, "consent-sheet", evidence, "Input.Evidence");
                await ConsentWriting.AddAsync(work, request with { EvidenceFileId = file?.Id });
                foreach (var (organisation, role) in roles)
                {
                    // Where one there has taken the case on, a renewed yes lets nobody else in.
                    if ((await work.PartsAsync(organisation, role)).Any(p => p.RestsOn == request.Purpose))
                    {
                        continue;
                    }

                    await LetInAsync(work, organisation, role, request.Purpose);
                }
            }
        );
    }

    /// <summary>
    /// Acts forward, at once, however the case stands; a named person is asked to decide what follows. In a closed case nothing waits:
    /// there nobody sees through a consent any more, and the withdrawal is recorded.
    /// </summary>
    /// <exception cref="RefusedException">ConsentMissing when the case has no such consent; ConsentAlreadyWithdrawn.</exception>
    public Task WithdrawAsync(CaseHandle handle, Guid operationId, Guid consentId) =>
        operations.RunAsync(
            handle,
            operationId,
            "WithdrawConsent",
            OperationNature.Steering,
            async work =>
            {
                var consent =
                    await work.Db.Set<Consent>().FirstOrDefaultAsync(c => c.Id == consentId && c.CaseId == work.Case.Id)
                    ?? throw new RefusedException(CaseRefusals.ConsentMissing);
                if (!ConsentQueries.Shows(handle, consent.Purpose))
                {
                    throw new RefusedException(CaseRefusals.ConsentMissing);
                }

                // A page that shows one which has been renewed or narrowed since means the yes that stands.
                while (consent.WithdrawnAt is not null && await ReplacedByAsync(work, consent.Id) is { } next)
                {
                    consent = next;
                }

                work.Record(consent.Withdraw(work.Now, handle.Account.Id));
                if (work.Case.ClosedAt is null)
                {
                    await AskWhatFollowsAsync(work, consent);
                }
                else if (work.Case.Keeps(consent.Purpose) && work.Case.HolderId is { } holder && holder != handle.Account.Id)
                {
                    // Whoever tells the person took it back: the holder would not know that nobody calls any more.
                    await ColleagueService.TellAsync(work, holder, nameof(WorkItemKind.ConsentWithdrawn));
                }
            }
        );

    // That a child need not be asked is measured by its date of birth, as for the journey of a child who travels along (not from the seeds).
    private async Task RequireTooYoungAsync(CaseWork work, CaseHandle handle, ConsentRequest request)
    {
        if (request.GuardianId is null || request.Assent != ChildAssent.TooYoungToBeAsked)
        {
            return;
        }

        var opened = handle.Opened is { } open && open.Covers(Compartment.Identity) && handle.MayOpen(Compartment.Identity) ? open : null;
        var identity = opened is null ? null : await vault.ReadAsync<IdentityPayload>(work.Db, opened, Compartment.Identity, IdentityPayload.Subject);
        if (identity?.Value.BirthDate is not { } born)
        {
            throw new RefusedException(CaseRefusals.ConsentAgeNotKnown, "Input.Assent");
        }

        if (born.AddYears(MinorRule.AskedFromAge) <= work.Today)
        {
            throw new RefusedException(CaseRefusals.ConsentChildOldEnough, "Input.Assent");
        }
    }

    private static Task<Consent?> ReplacedByAsync(CaseWork work, Guid consentId) =>
        work.Db.Set<Consent>().FirstOrDefaultAsync(c => c.CaseId == work.Case.Id && c.Replaces == consentId);

    // Those the consent lets in, each with the role that their kind of organisation has.
    private async Task<IReadOnlyList<(Guid OrganisationId, Role Role)>> RolesOfAsync(CaseHandle handle, ConsentRequest request)
    {
        var roles = new List<(Guid, Role)>();
        foreach (var id in request.Recipients.Distinct())
        {
            if (await organisations.FindAsync(id) is not { } named || !ConsentRecipients.CanName(named, request.Purpose, handle.Case))
            {
                throw new RefusedException(CaseRefusals.ConsentRecipientMissing, "Input.Recipients");
            }

            if (ConsentRecipients.RoleOf(named.Kind, request.Purpose, handle.Programme, handle.Case) is { } role)
            {
                roles.Add((id, role));
            }
        }

        return roles;
    }

    // Where colleagues there have taken the case on, it stays theirs: the others there do not see it.
    private static async Task LetInAsync(CaseWork work, Guid organisationId, Role role, ConsentPurpose purpose)
    {
        var there = (await work.PartsAsync(organisationId, role)).Where(p => p.RestsOn != purpose && p.SharedBy is null).ToList();
        var named = there.Select(p => p.AccountId).OfType<Guid>().Distinct().ToList();
        if (purpose != ConsentPurpose.AccessToJustice || named.Count == 0 || there.Any(p => p.AccountId is null))
        {
            await work.AddParticipantAsync(organisationId, null, role, restsOn: purpose);
            return;
        }

        foreach (var account in named)
        {
            await work.AddParticipantAsync(organisationId, account, role, restsOn: purpose);
        }
    }

    private static Task AskWhatFollowsAsync(CaseWork work, Consent consent) =>
        work.AskAsync(
            new WorkAsked(
                WorkItemKind.ConsentWithdrawn,
                Urgency.Safety,
                Role.RegionalCoordinator,
                work.Case.RegionId,
                work.Case.HolderId,
                CaseLinks.Consent,
                work.Today,
                consent.Id
            )
        );
}
