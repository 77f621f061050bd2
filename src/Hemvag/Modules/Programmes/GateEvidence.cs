using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Programmes;

/// <summary>What in a version brings about that a gate is met. A gate without it could never be met.</summary>
internal static class GateEvidence
{
    private static readonly Dictionary<GateKind, MilestoneKind> Milestones = new()
    {
        [GateKind.Eligible] = MilestoneKind.EligibilityDecided,
        [GateKind.InformationGiven] = MilestoneKind.InformationGiven,
        [GateKind.ApplicationSigned] = MilestoneKind.ApplicationSigned,
        [GateKind.VoluntarinessCertified] = MilestoneKind.VoluntarinessCertified,
        [GateKind.ReceiptConfirmed] = MilestoneKind.ReceiptConfirmed,
        [GateKind.SupportAvailable] = MilestoneKind.SupportAnswered,
        [GateKind.PlanAgreed] = MilestoneKind.PlanAgreed,
        [GateKind.MetOnArrival] = MilestoneKind.MetOnArrival,
        [GateKind.FollowUpDone] = MilestoneKind.FollowUpDone,
        [GateKind.Evaluated] = MilestoneKind.Evaluated,
    };

    // Whose pages bring the gate about: without the milestone nobody draws up the plan, or arranges the journey.
    private static readonly Dictionary<GateKind, MilestoneKind> LeansOn = new()
    {
        [GateKind.PlanDrawnUp] = MilestoneKind.PlanAgreed,
        [GateKind.ArrangementsDecided] = MilestoneKind.Booked,
        [GateKind.ArrangementsConfirmed] = MilestoneKind.Booked,
        [GateKind.WillReconfirmedOnTravelDay] = MilestoneKind.Booked,
    };

    /// <summary>The milestone with which the gate is met; null where it is met by something else.</summary>
    public static MilestoneKind? MilestoneOf(GateKind gate) => Milestones.TryGetValue(gate, out var milestone) ? milestone : null;

    /// <summary>What the version lacks, besides the milestone that meets it, for the gate ever to be met, in words; null when it lacks nothing.</summary>
    public static string? LackedBy(ProgrammeVersion version, GateKind gate) =>
        gate switch
        {
            GateKind.ContactConsent => ConsentIn(version, ConsentPurpose.FirstContact),
            GateKind.IomConsent => ConsentIn(version, ConsentPurpose.ExchangeWithIom),
            GateKind.LocalOfficeConsent => ConsentIn(version, ConsentPurpose.ContactWithLocalOffice),
            GateKind.ApplicationSigned => FormIn(version, FormKind.Application),
            GateKind.NeedsAssessed => FormIn(version, FormKind.NeedsInventory),
            GateKind.HealthAssessed => FormIn(version, FormKind.HealthAssessment),
            GateKind.VoluntarinessCertified when version.Declarations.Count == 0 => "a declaration the person certifies",
            GateKind.ArrangementsDecided or GateKind.ArrangementsConfirmed when version.TravelArrangements.Count == 0 => "a travel arrangement",
            GateKind.RiskTableComplete or GateKind.HighRisksOwned when HasNoRisks(version.Risks) => "phases and categories of risks",
            _ => MilestoneIn(version, gate),
        };

    private static string? MilestoneIn(ProgrammeVersion version, GateKind gate) =>
        LeansOn.TryGetValue(gate, out var kind) && version.Milestones.All(row => row.Kind != kind) ? $"the milestone {kind}" : null;

    private static string? ConsentIn(ProgrammeVersion version, ConsentPurpose purpose) =>
        version.Consents.Any(wording => wording.Purpose == purpose) ? null : $"the consent {purpose}";

    private static string? FormIn(ProgrammeVersion version, FormKind kind) =>
        version.Forms.Any(form => form.Kind == kind) ? null : $"the form {kind}";

    private static bool HasNoRisks(RiskVocabulary risks) => risks.Phases.Count == 0 || risks.Categories.Count == 0;
}
