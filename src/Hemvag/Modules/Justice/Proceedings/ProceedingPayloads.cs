using Hemvag.Sealing;

namespace Hemvag.Modules.Justice.Proceedings;

/// <summary>Who has the proceeding, and who stands beside the person in it. Sealed under Justice.</summary>
/// <param name="Authority">Police, prosecutor or court.</param>
/// <param name="Reference">The authority's own number.</param>
/// <param name="CounselName">Counsel for the injured party or another lawyer.</param>
internal sealed record ProceedingPayload(string Authority, string? Reference, string? CounselName, string? CounselContact, string? Notes)
    : ISealedPayload
{
    public static string Kind => "proceeding";

    public static int SchemaVersion => 1;
}

/// <summary>When it is, and what happens then. Sealed under Justice.</summary>
internal sealed record ProceedingDayPayload(DateOnly On, string? What) : ISealedPayload
{
    public static string Kind => "proceeding-day";

    public static int SchemaVersion => 1;
}
