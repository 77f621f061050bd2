using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Reintegration.Plans;
using Hemvag.Sealing;

namespace Hemvag.Tests.Money;

/// <summary>Rows of an invented case.</summary>
internal static class MoneyCase
{
    private const string Secret = "sealed words of a test";

    public static Case Make(Guid id, MilestoneKind last, DateTime now) =>
        new()
        {
            Id = id,
            Number = $"ÅMP 2026-{id.ToString("N")[^12..]}",
            NeutralName = $"Björk {id.ToString("N")[^8..]}",
            ProgrammeId = "amp-2018",
            RegionId = MoneyPeople.Region,
            HolderId = MoneyPeople.Coordinator.Id,
            CountryCode = "MD",
            LocalOfficeId = MoneyPeople.Office,
            OpenedAt = now,
            OpenedBy = MoneyPeople.Coordinator.Id,
            // The plan is agreed by the tests themselves.
            Reached = string.Join(',', Before(last).Where(k => k != MilestoneKind.PlanAgreed)),
        };

    /// <param name="asks">Whose own case it is at the office.</param>
    /// <param name="pays">With whom it is shared there.</param>
    public static Task FillAsync(CaseWork work, MilestoneKind last, Guid asks, Guid pays)
    {
        work.Record(new MatterOpened(work.Case.Number, work.Case.NeutralName, work.Case.ProgrammeId, work.Case.RegionId, Pseudonym: true));
        foreach (var kind in Before(last).Where(k => k != MilestoneKind.PlanAgreed))
        {
            work.Db.Add(
                new CaseMilestone
                {
                    Id = work.NewId(),
                    CaseId = work.Case.Id,
                    Kind = kind,
                    OccurredOn = work.Today,
                    RecordedAt = work.Now,
                    RecordedBy = MoneyPeople.Coordinator.Id,
                    OpenGates = "",
                }
            );
        }

        Consent(work, ConsentPurpose.ExchangeWithIom, IomFinland.Id);
        Consent(work, ConsentPurpose.ContactWithLocalOffice, MoneyPeople.Office);
        return ParticipantsAsync(work, asks, pays);
    }

    public static PlanItemDraft SewingMachine(DateOnly today) =>
        new(
            SupportPurpose.SmallBusinessEquipment,
            EntitlementCategory.Reintegration,
            65000,
            Month: 2,
            Role.LocalOfficeWorker,
            today,
            new PlanItemText(Secret, null, null, null),
            TextVersion: 0
        );

    private static IEnumerable<MilestoneKind> Before(MilestoneKind last) => Enum.GetValues<MilestoneKind>().Where(k => k <= last);

    private static async Task ParticipantsAsync(CaseWork work, Guid asks, Guid pays)
    {
        await work.AddParticipantAsync(MoneyPeople.Region, null, Role.RegionalCoordinator, restsOn: null);
        await work.AddParticipantAsync(IomFinland.Id, null, Role.IomCaseworker, restsOn: ConsentPurpose.ExchangeWithIom);
        const ConsentPurpose Office = ConsentPurpose.ContactWithLocalOffice;
        await work.AddParticipantAsync(MoneyPeople.Office, asks, Role.LocalOfficeWorker, restsOn: Office);
        await work.AddParticipantAsync(MoneyPeople.Office, pays, Role.LocalOfficeWorker, restsOn: Office, sharedBy: asks);
    }

    private static void Consent(CaseWork work, ConsentPurpose purpose, Guid organisation)
    {
        var consent = new Consent
        {
            Id = work.NewId(),
            CaseId = work.Case.Id,
            Purpose = purpose,
            Compartments = Compartments.All,
            ProgrammeId = "amp-2018",
            WordingVersion = 1,
            Language = "sv",
            Reading = ConsentReading.ReviewedText,
            Form = ConsentForm.Written,
            Prompts = ConsentPrompts.Needed,
            StartsOn = work.Today.AddDays(-100),
            EndsOn = null,
            RecordedAt = work.Now,
            RecordedBy = MoneyPeople.Coordinator.Id,
            EvidenceFileId = null,
            GuardianId = null,
            Replaces = null,
        };
        work.Db.Add(consent);
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
}
