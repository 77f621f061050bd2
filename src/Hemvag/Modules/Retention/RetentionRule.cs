using System.Text.Json;
using System.Text.Json.Serialization;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Sealing;

namespace Hemvag.Modules.Retention;

/// <summary>The event from which the time is counted.</summary>
internal enum RetentionStart
{
    /// <summary>The last thing that was done in the case.</summary>
    LastNote,

    /// <summary>The end of the calendar year in which the case was closed.</summary>
    EndOfYear,
}

/// <summary>How long one category is kept, and under which law.</summary>
/// <param name="ClosedAs">Only cases closed on one of these grounds.</param>
/// <param name="Source">The law, as people cite it.</param>
/// <param name="FromSeeds">False where the sources of the programme do not say it.</param>
internal sealed record RetentionRule(
    string Id,
    Bilingual Name,
    IReadOnlyList<Compartment> Compartments,
    IReadOnlyList<ClosingGround> ClosedAs,
    int Months,
    RetentionStart From,
    Bilingual Ground,
    string Source,
    bool FromSeeds
)
{
    /// <summary>The category of an erasure that the person has asked for: one compartment, at any time (GDPR 17).</summary>
    public const string AskedByPerson = "asked";

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    public static IReadOnlyList<RetentionRule> All { get; } = Read();

    public Compartment Flags => Compartments.Aggregate(Compartment.None, (all, c) => all | c);

    public static RetentionRule? Find(string? id) => All.FirstOrDefault(r => r.Id == id);

    /// <summary>The first day on which it may be erased.</summary>
    /// <param name="closedOn">The day the case was closed.</param>
    /// <param name="lastNoteOn">The day of the last thing that was done in it.</param>
    public DateOnly DueOn(DateOnly closedOn, DateOnly lastNoteOn) =>
        From switch
        {
            RetentionStart.LastNote => lastNoteOn.AddMonths(Months).AddDays(1),
            RetentionStart.EndOfYear => new DateOnly(closedOn.Year, 12, 31).AddMonths(Months).AddDays(1),
        };

    private static List<RetentionRule> Read()
    {
        using var stream =
            typeof(RetentionRule).Assembly.GetManifestResourceStream("retention/retention.json")
            ?? throw new InvalidDataException("The list of retention is missing.");
        return JsonSerializer.Deserialize<List<RetentionRule>>(stream, Strict) ?? throw new InvalidDataException("The list of retention is empty.");
    }
}
