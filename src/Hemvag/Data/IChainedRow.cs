namespace Hemvag.Data;

/// <summary>
/// A row whose every change belongs to an operation of one stream. The operation keeps a digest of the row,
/// so that a changed byte, a missing row or an added row shows when the stream is verified.
/// </summary>
/// <remarks>Only properties with a getter count; such entities have no shadow properties, floats or decimals.</remarks>
internal interface IChainedRow
{
    /// <summary>The stream that accounts for this row.</summary>
    string ChainStream { get; }

    /// <summary>The row's own id, unique within its type.</summary>
    Guid Id { get; }
}

/// <summary>Names of the streams that chain operations.</summary>
internal static class Streams
{
    /// <summary>Programme versions as they were imported.</summary>
    public const string Programmes = "programmes";

    /// <summary>What the system itself did: start, migration, checkpoints.</summary>
    public const string System = "system";

    /// <summary>The log of IOM Finland's helpline.</summary>
    public const string Helpline = "line/helpline";

    /// <summary>The log of the national support line.</summary>
    public const string SupportLine = "line/support";

    /// <summary>Everything that was done in one case.</summary>
    public static string Case(Guid caseId) => $"case/{caseId:N}";

    /// <summary>
    /// Everything that was done in one consultation. It owns keys as a case does, and the rows of keys and sealed records know their owner
    /// alone, so that its stream is named alike.
    /// </summary>
    public static string Consultation(Guid consultationId) => $"case/{consultationId:N}";

    /// <summary>Everything that was done with one import of decisions; it owns keys too, and is named alike.</summary>
    public static string CashImport(Guid importId) => $"case/{importId:N}";

    /// <summary>Every opening of sealed data of one case.</summary>
    public static string Openings(Guid caseId) => $"openings/{caseId:N}";

    /// <summary>Everything that was done to one account.</summary>
    public static string Account(Guid accountId) => $"account/{accountId:N}";
}

/// <summary>A row of one case, chained in the case's own stream.</summary>
internal interface ICaseRow : IChainedRow
{
    /// <summary>The case that owns the row.</summary>
    Guid CaseId { get; }

    string IChainedRow.ChainStream => Streams.Case(CaseId);
}
