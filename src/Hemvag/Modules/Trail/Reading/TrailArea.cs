namespace Hemvag.Modules.Trail.Reading;

/// <summary>What kind of stream an operation stands in.</summary>
internal enum TrailArea
{
    Cases,
    Openings,
    Accounts,
    Programmes,
    System,
    Lines,
}

/// <summary>Reads the names of streams.</summary>
internal static class TrailStreams
{
    public static string Prefix(TrailArea area) =>
        area switch
        {
            TrailArea.Cases => "case/",
            TrailArea.Openings => "openings/",
            TrailArea.Accounts => "account/",
            TrailArea.Programmes => "programmes",
            TrailArea.System => "system",
            TrailArea.Lines => "line/",
        };

    public static TrailArea AreaOf(string stream) => Enum.GetValues<TrailArea>().First(a => stream.StartsWith(Prefix(a), StringComparison.Ordinal));

    /// <summary>The case a stream belongs to; null for the others.</summary>
    public static Guid? CaseOf(string stream) =>
        AreaOf(stream) is TrailArea.Cases or TrailArea.Openings && Guid.TryParseExact(stream[(stream.IndexOf('/') + 1)..], "N", out var id)
            ? id
            : null;
}
