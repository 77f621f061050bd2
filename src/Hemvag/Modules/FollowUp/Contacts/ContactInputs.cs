using System.ComponentModel.DataAnnotations;

namespace Hemvag.Modules.FollowUp.Contacts;

/// <summary>The form of a contact that was held. Everything but day and way may be empty.</summary>
internal sealed class HeldInput
{
    [Required]
    public DateOnly? HeldOn { get; set; }

    [Required]
    public ContactWay? Way { get; set; }

    [MaxLength(2000)]
    public string? Safety { get; set; }

    [MaxLength(2000)]
    public string? DailyLife { get; set; }

    [MaxLength(2000)]
    public string? HelpAround { get; set; }

    public bool MoreSupportAsked { get; set; }

    [MaxLength(2000)]
    public string? SupportAsked { get; set; }

    public HeldContact Read() =>
        new(HeldOn!.Value, Way!.Value, MoreSupportAsked, new ContactNotePayload(Safety, DailyLife, HelpAround, SupportAsked));
}

/// <summary>The form of a try without an answer.</summary>
internal sealed class MissedInput
{
    [Required]
    public DateOnly? TriedOn { get; set; }

    [Required]
    public MissedNext? Next { get; set; }

    [MaxLength(2000)]
    public string? Note { get; set; }

    public MissedContact Read() => new(TriedOn!.Value, Next!.Value, Note);
}

internal sealed class MoveInput
{
    [Required]
    public DateOnly? PlannedOn { get; set; }

    /// <summary>The day that the form had shown.</summary>
    public DateOnly? Shown { get; set; }
}
