using System.Globalization;
using Hemvag.Sealing;

namespace Hemvag.Modules.Consultations.Threads;

/// <summary>What one side wrote. Sealed under the thread's own Notes.</summary>
internal sealed record ConsultationTurn(ConsultationSide Side, string Text) : ISealedPayload
{
    public const string SubjectPrefix = "turn.";

    public static string Kind => "consultation-turn";

    public static int SchemaVersion => 1;

    /// <summary>Of one number there is one: two who write at once are a conflict.</summary>
    public static string SubjectOf(int turn) => string.Create(CultureInfo.InvariantCulture, $"{SubjectPrefix}{turn:0000}");
}
