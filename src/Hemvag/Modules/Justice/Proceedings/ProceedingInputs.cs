using System.ComponentModel.DataAnnotations;

namespace Hemvag.Modules.Justice.Proceedings;

/// <summary>What is sealed of a proceeding, as a form.</summary>
internal class DetailsInput
{
    [Required, MaxLength(300)]
    public string? Authority { get; set; }

    [MaxLength(120)]
    public string? Reference { get; set; }

    [MaxLength(200)]
    public string? CounselName { get; set; }

    [MaxLength(300)]
    public string? CounselContact { get; set; }

    [MaxLength(4000)]
    public string? Notes { get; set; }

    /// <summary>The version that the form had shown.</summary>
    public int Version { get; set; }

    public ProceedingPayload Read() => new(Authority!, Reference, CounselName, CounselContact, Notes);
}

internal sealed class NewInput : DetailsInput
{
    [Required]
    public ProceedingSide? Side { get; set; }

    [Required]
    public ProceedingStage? Stage { get; set; }

    [Required]
    public DateOnly? StageOn { get; set; }
}

internal sealed class StageInput
{
    [Required]
    public ProceedingStage? Stage { get; set; }

    [Required]
    public DateOnly? StageOn { get; set; }

    /// <summary>The stage that the form had shown.</summary>
    public ProceedingStage? Shown { get; set; }
}

internal sealed class ProceedingDayInput
{
    [Required]
    public DateOnly? On { get; set; }

    [MaxLength(2000)]
    public string? What { get; set; }

    [Required]
    public DateOnly? RemindOn { get; set; }
}

internal sealed class EndInput
{
    public bool SeenOpen { get; set; }
}
