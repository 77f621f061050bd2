namespace Hemvag.Modules.Programmes.Comparing;

/// <summary>A property of a version as people read it.</summary>
/// <param name="Text">The value; null where there are <paramref name="Below"/>, or nothing.</param>
/// <param name="English">The English text beside the Swedish one, where the value is a text in both.</param>
internal sealed record ShownField(string Label, string? Text, string? English, IReadOnlyList<ShownField> Below)
{
    public static ShownField Of(string label, string? text) => new(label, text, null, []);

    /// <summary>All of it in lines: for one side of a comparison.</summary>
    public IEnumerable<string> Lines(int depth = 0)
    {
        var indent = new string('\u00A0', depth * 3);
        yield return Text is null ? indent + Label : $"{indent}{Label}: {Text}";
        if (English is not null)
        {
            yield return $"{indent}\u00A0\u00A0\u00A0{English}";
        }

        foreach (var line in Below.SelectMany(field => field.Lines(depth + 1)))
        {
            yield return line;
        }
    }
}
