namespace Hemvag.Modules.Programmes.Definition;

/// <summary>How long the local office keeps contact after return.</summary>
/// <param name="Months">Months from the day the person was met.</param>
/// <param name="AtLeast">True when the seed says "at least".</param>
/// <param name="Options">What the person may ask for beyond that.</param>
internal sealed record FollowUpDefinition(
    int Months,
    bool AtLeast,
    Bilingual Text,
    IReadOnlyList<FollowUpOption> Options,
    IReadOnlyList<string> Source
);
