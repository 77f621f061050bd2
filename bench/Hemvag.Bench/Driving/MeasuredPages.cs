using Hemvag.Bench.Data;
using Hemvag.Bench.Floor;

namespace Hemvag.Bench.Driving;

/// <summary>One kind of request, and how a client sends it.</summary>
/// <param name="Send">Answers how many commands it sent to the database.</param>
/// <param name="IsHeavy">Known to cost much where there are many cases: asked once in a turn.</param>
internal sealed record MeasuredPage(string Name, Func<Client, Task<int>> Send, bool IsHeavy = false);

/// <summary>The floor first, then what is measured against it.</summary>
internal static class MeasuredPages
{
    // The oldest of the timeline's pages.
    private const int Skip = 160;

    public const string ClosedPage = "Person page, closed";
    public const string OpenPage = "Person page, two compartments open";
    public const string Opening = "Opening two compartments";

    public static IReadOnlyList<MeasuredPage> Of(BenchDatabase database) =>
        [
            new("Floor", client => client.GetAsync(FloorModel.Address)),
            new("Case list by step, coordinator", client => client.GetAsync(OwnList)),
            new("Case list by step, IOM Finland", client => client.GetAsIomAsync($"/cases?step={GeneratedCases.ReferredStep}"), IsHeavy: true),
            new("Case page", client => client.GetAsync($"/cases/{database.TimelineCase}")),
            new("Case page, oldest entries", client => client.GetAsync($"/cases/{database.TimelineCase}?skip={Skip}")),
            new("Saving a form", client => client.SaveAsync()),
            new(ClosedPage, client => client.GetAsync($"/cases/{database.ClosedCase}/person")),
            // Once in a turn: more would lie open beside each other than a person ever opens.
            new(Opening, client => client.OpenAsync(), IsHeavy: true),
            new(OpenPage, client => client.GetOpenAsync()),
        ];

    /// <summary>The staff page whose bytes are weighed.</summary>
    public static string OwnList { get; } = $"/cases?step={GeneratedCases.FullStep}";
}
