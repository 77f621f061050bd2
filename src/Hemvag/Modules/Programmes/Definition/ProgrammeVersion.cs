namespace Hemvag.Modules.Programmes.Definition;

/// <summary>One published set of rules (<c>programmes/ID.json</c>). Immutable; every rule names its source.</summary>
internal sealed record ProgrammeVersion
{
    /// <summary>Stable id, equal to the file name without its ending, e.g. <c>amp-2018</c>.</summary>
    public required string Id { get; init; }

    /// <summary>First part of the case number people read, e.g. <c>ÅMP</c>; capital letters.</summary>
    public required string CaseNumberPrefix { get; init; }

    /// <summary>Older files do not name it.</summary>
    public ProgrammeKind Kind { get; init; } = ProgrammeKind.AssistedReturn;

    public required Bilingual Name { get; init; }

    public required Bilingual ShortName { get; init; }

    public required IReadOnlyList<string> Source { get; init; }

    /// <summary>First day on which a case may start under this version.</summary>
    public required DateOnly RunsFrom { get; init; }

    /// <summary>Last day on which a case may start under this version; null while it runs.</summary>
    public DateOnly? RunsUntil { get; init; }

    /// <summary>Whether a case may start under it on the day.</summary>
    public bool RunsOn(DateOnly day) => RunsFrom <= day && (RunsUntil is not { } last || day <= last);

    /// <summary>Organisations that carry the programme and what each does.</summary>
    public required IReadOnlyList<ProgrammeParty> Parties { get; init; }

    public required GatekeeperDefinition Gatekeeper { get; init; }

    public required EligibilityDefinition Eligibility { get; init; }

    /// <summary>The programme's steps in order, as the step bar shows them.</summary>
    public required IReadOnlyList<ProgrammeStep> Steps { get; init; }

    /// <summary>The milestones in the order they normally come.</summary>
    public required IReadOnlyList<MilestoneDefinition> Milestones { get; init; }

    public required IReadOnlyList<SupportDefinition> Support { get; init; }

    public required IReadOnlyList<InformationTopic> Information { get; init; }

    public required IReadOnlyList<ConsentWording> Consents { get; init; }

    public required IReadOnlyList<FormDefinition> Forms { get; init; }

    /// <summary>What the person certifies in writing with the application (S1.49).</summary>
    public required IReadOnlyList<DeclarationWording> Declarations { get; init; }

    public required IReadOnlyList<SignatureDefinition> Signatures { get; init; }

    public required RiskVocabulary Risks { get; init; }

    public required IReadOnlyList<TravelArrangementDefinition> TravelArrangements { get; init; }

    /// <summary>What those outside who carry, receive or help the person may be handed; older files name none, and nobody is handed anything.</summary>
    public IReadOnlyList<PackageTemplate>? Packages { get; init; }

    public required EntitlementSet Entitlements { get; init; }

    public required FollowUpDefinition FollowUp { get; init; }

    /// <summary>Whether it may be given beside another scheme; null where the version has no word on it.</summary>
    public CombinationRule? Combination { get; init; }

    /// <summary>Rules that are only stated, e.g. that the person may withdraw at any time (S1.51).</summary>
    public required IReadOnlyList<StatedRule> Stated { get; init; }

    /// <summary>Who answers today where the texts name an organisation whose mandate has ended; null where they don't.</summary>
    public StatedRule? AnswersNow => Stated.FirstOrDefault(rule => rule.Id == "answers-now");

    /// <summary>Where the seeds are silent or at odds with themselves.</summary>
    public required IReadOnlyList<OpenQuestion> OpenQuestions { get; init; }

    /// <summary>Publications of the programme; null where the sources name none.</summary>
    public IReadOnlyList<ReferenceDefinition>? References { get; init; }

    public FormDefinition Form(FormKind kind) => Forms.Single(form => form.Kind == kind);

    public ConsentWording Consent(ConsentPurpose purpose) => Consents.Single(wording => wording.Purpose == purpose);
}
