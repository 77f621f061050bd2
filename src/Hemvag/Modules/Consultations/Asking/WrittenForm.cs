using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Consultations.Threads;

namespace Hemvag.Modules.Consultations.Asking;

/// <summary>The fields of a text that is looked through before it is sent.</summary>
internal sealed class WrittenForm
{
    [Required, MaxLength(6000)]
    public string? Text { get; set; }

    /// <summary>Why what was noticed is sent as it stands.</summary>
    public KeptReason? Kept { get; set; }

    /// <summary>Digest of the text whose places the writer has been shown.</summary>
    [MaxLength(64)]
    public string? Looked { get; set; }

    /// <summary>A reason given for another text than the one sent is none.</summary>
    public WrittenText ToWritten() => new(Text!, Looked == LookedThrough.DigestOf(Text!) ? Kept : null);
}
