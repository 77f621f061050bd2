using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Assessments.Information;

/// <summary>What the person has been told across all conversations, and what is missing. Pure.</summary>
internal sealed record ToldTopics(IReadOnlyList<InformationTopic> Told, IReadOnlyList<InformationTopic> Missing)
{
    public bool Complete => Missing.Count == 0;

    /// <param name="topics">The topics of each conversation, as stored.</param>
    public static ToldTopics Of(ProgrammeVersion programme, IEnumerable<string> topics)
    {
        var told = topics.SelectMany(InformationConversation.TopicsIn).ToHashSet(StringComparer.Ordinal);
        return new ToldTopics(
            [.. programme.Information.Where(t => told.Contains(t.Id))],
            [.. programme.Information.Where(t => !told.Contains(t.Id))]
        );
    }
}
