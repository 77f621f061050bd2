using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Organisations;

/// <summary>One of the seven regions of the coordinators and its counties (S1.34; the counties are not from the seeds).</summary>
internal sealed record RegionEntry(string Code, Bilingual Name, IReadOnlyList<CountyEntry> Counties, IReadOnlyList<string> Source)
{
    /// <summary>Every region is in Sweden.</summary>
    public const string TimeZone = "Europe/Stockholm";

    /// <summary>The same in every database.</summary>
    public Guid Id => StableId.Of("region:" + Code);
}
