using System.ComponentModel.DataAnnotations;

namespace Hemvag.Modules.Travel.Will;

internal sealed class WillForm
{
    [Required]
    public DateOnly? AskedOn { get; set; }

    /// <summary>Nothing is chosen beforehand: the answer is the person's own.</summary>
    [Required]
    public WillWord? Word { get; set; }

    [Required]
    public AskedHow? How { get; set; }

    /// <summary>ISO 639.</summary>
    [Required, MaxLength(8)]
    public string? Language { get; set; }

    [MaxLength(200)]
    public string? AskedBy { get; set; }

    [MaxLength(200)]
    public string? Interpreter { get; set; }

    public WillAskedInput ToInput() => new(AskedOn!.Value, Word!.Value, How!.Value, Language!, AskedBy, Interpreter);
}
