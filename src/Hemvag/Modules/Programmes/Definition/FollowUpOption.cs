namespace Hemvag.Modules.Programmes.Definition;

/// <summary>A longer contact that is offered only when the person asks for it.</summary>
internal sealed record FollowUpOption(string Id, int Months, Bilingual Text, IReadOnlyList<string> Source);
