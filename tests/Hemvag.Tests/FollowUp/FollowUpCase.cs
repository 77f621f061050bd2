using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;

namespace Hemvag.Tests.FollowUp;

/// <summary>Rows of an invented case whose person has just left Sweden.</summary>
internal static class FollowUpCase
{
    private static readonly MilestoneKind[] Reached = [.. Enum.GetValues<MilestoneKind>().Where(k => k <= MilestoneKind.Departed)];

    public static Case Make(Guid id, DateTime now) =>
        new()
        {
            Id = id,
            Number = $"ÅMP 2026-{id.ToString("N")[^12..]}",
            NeutralName = $"Björk {id.ToString("N")[^8..]}",
            ProgrammeId = "amp-2018",
            RegionId = FollowUpPeople.Region,
            HolderId = FollowUpPeople.Coordinator.Id,
            CountryCode = "MD",
            LocalOfficeId = FollowUpPeople.Office,
            OpenedAt = now,
            OpenedBy = FollowUpPeople.Coordinator.Id,
            Reached = string.Join(',', Reached),
        };

    /// <param name="caseworker">The one at IOM Finland who works on it; null for all of them.</param>
    public static async Task FillAsync(CaseWork work, Guid? caseworker = null)
    {
        work.Record(new MatterOpened(work.Case.Number, work.Case.NeutralName, work.Case.ProgrammeId, work.Case.RegionId, Pseudonym: true));
        foreach (var kind in Reached)
        {
            work.Db.Add(
                new CaseMilestone
                {
                    Id = work.NewId(),
                    CaseId = work.Case.Id,
                    Kind = kind,
                    OccurredOn = work.Today,
                    RecordedAt = work.Now,
                    RecordedBy = FollowUpPeople.Coordinator.Id,
                    OpenGates = "",
                }
            );
        }

        await work.AddParticipantAsync(FollowUpPeople.Region, null, Role.RegionalCoordinator, restsOn: null);
        await work.AddParticipantAsync(FollowUpPeople.Helsinki, caseworker, Role.IomCaseworker, restsOn: ConsentPurpose.ExchangeWithIom);
        await work.AddParticipantAsync(FollowUpPeople.Office, null, Role.LocalOfficeWorker, restsOn: ConsentPurpose.ContactWithLocalOffice);
    }

    public static Guid Consent(CaseWork work, ConsentPurpose purpose, Compartment compartments, params Guid[] recipients)
    {
        var consent = new Consent
        {
            Id = work.NewId(),
            CaseId = work.Case.Id,
            Purpose = purpose,
            Compartments = compartments,
            ProgrammeId = "amp-2018",
            WordingVersion = 1,
            Language = "sv",
            Reading = ConsentReading.ReviewedText,
            Form = ConsentForm.Written,
            Prompts = ConsentPrompts.Needed,
            StartsOn = work.Today.AddDays(-100),
            EndsOn = null,
            RecordedAt = work.Now,
            RecordedBy = FollowUpPeople.Coordinator.Id,
            EvidenceFileId = null,
            GuardianId = null,
            Replaces = null,
        };
        work.Db.Add(consent);
        foreach (var organisation in recipients)
        {
            work.Db.Add(
                new ConsentRecipient
                {
                    Id = work.NewId(),
                    CaseId = work.Case.Id,
                    ConsentId = consent.Id,
                    OrganisationId = organisation,
                }
            );
        }

        return consent.Id;
    }
}
