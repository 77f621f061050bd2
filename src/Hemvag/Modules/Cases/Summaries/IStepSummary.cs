using Hemvag.Sealing;

namespace Hemvag.Modules.Cases.Summaries;

/// <summary>
/// What one step of a case says for itself in a summary printed for the authority's own file. Each module answers for its own steps and
/// registers them with <see cref="SummariesSetup"/>; what has happened, the heading and the record of the printing are the page's.
/// </summary>
internal interface IStepSummary
{
    /// <summary>The compartments that the step's writings lie in, whoever reads.</summary>
    Compartment Holds(Case @case);

    /// <summary>The facts of the step as they stand, and its writings in what is open; nothing that the step's own page does not show.</summary>
    /// <param name="opened">What is printed of what is sealed, and no more of it; null for nothing.</param>
    Task<IReadOnlyList<SummaryPart>> PartsAsync(CaseHandle handle, OpenedCompartment? opened);
}

/// <summary>A heading with its lines, in the reader's language.</summary>
internal sealed record SummaryPart(string Title, IReadOnlyList<SummaryLine> Lines)
{
    /// <summary>Leaves out the lines that have nothing to say.</summary>
    public static SummaryPart Of(string title, params IEnumerable<(string Label, string? Value)> lines) =>
        new(title, [.. lines.Where(l => !string.IsNullOrWhiteSpace(l.Value)).Select(l => new SummaryLine(l.Label, l.Value!))]);
}

/// <summary>What it is about, and what stands there.</summary>
internal sealed record SummaryLine(string Label, string Value);
