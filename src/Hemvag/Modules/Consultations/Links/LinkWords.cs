using System.Globalization;
using Hemvag.Modules.Consultations.Threads;
using Hemvag.Sealing;

namespace Hemvag.Modules.Consultations.Links;

/// <summary>What a professional wrote through a link, or what the region answered. Sealed under Protection of the case.</summary>
internal sealed record LinkWords(ConsultationSide Side, string Text) : ISealedPayload
{
    public const string SubjectPrefix = "link.";

    public static string Kind => "link-words";

    public static int SchemaVersion => 1;

    /// <summary>Of everything that was written through links that follow on one another.</summary>
    public static string PrefixOf(Guid threadId) => $"{SubjectPrefix}{threadId:N}.";

    public static string SubjectOf(Guid threadId, int number) => string.Create(CultureInfo.InvariantCulture, $"{PrefixOf(threadId)}{number:0000}");
}
