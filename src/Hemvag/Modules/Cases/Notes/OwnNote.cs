using Hemvag.Auditing;
using Hemvag.Sealing;

namespace Hemvag.Modules.Cases.Notes;

/// <summary>What someone writes down for colleagues of the own organisation who work on the case. Sealed under Notes; never crosses.</summary>
internal sealed record OwnNote(string Text) : ISealedPayload
{
    public const string SubjectPrefix = "own-note.";

    /// <summary>The longest note, in characters.</summary>
    public const int MaxLength = 4000;

    public static string Kind => "own-note";

    public static int SchemaVersion => 1;
}

/// <summary>Recorded without the words; the list of who reads them is <see cref="NoteReader"/>.</summary>
internal sealed record OwnNoteWritten(Guid RecordId) : IEvent;
