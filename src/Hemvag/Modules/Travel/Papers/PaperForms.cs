using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Travel.Will;

namespace Hemvag.Modules.Travel.Papers;

/// <summary>A travel document as it is typed. Nothing but how it stands is required.</summary>
internal sealed class PaperForm
{
    [Required]
    public PaperState? State { get; set; }

    [MaxLength(60)]
    public string? Number { get; set; }

    [MaxLength(200)]
    public string? Issuer { get; set; }

    public DateOnly? ExpiresOn { get; set; }

    [MaxLength(1000)]
    public string? Note { get; set; }

    public static PaperForm Of(TravelPaper paper, PaperWords? words) =>
        new()
        {
            State = paper.State == PaperState.Expired ? null : paper.State,
            Number = words?.Number,
            Issuer = words?.Issuer,
            ExpiresOn = words?.ExpiresOn,
            Note = words?.Note,
        };

    public PaperWords Read() => new(Number, Issuer, ExpiresOn, Note);
}

internal sealed class NewPaperForm
{
    [Required]
    public PaperKind? Kind { get; set; }

    [Required]
    public PaperState? State { get; set; }
}

internal sealed class EmbassyForm
{
    [Required, MaxLength(200)]
    public string? Name { get; set; }

    [MaxLength(300)]
    public string? Contact { get; set; }
}

internal sealed class EmbassyYesForm
{
    [Required]
    public DateOnly? SaidOn { get; set; }

    [Required]
    public AskedHow? How { get; set; }
}

internal sealed class EmbassyStepForm
{
    [Required]
    public EmbassyStepKind? Kind { get; set; }

    public Guid? PaperId { get; set; }

    [Required]
    public DateOnly? On { get; set; }

    [MaxLength(1000)]
    public string? Note { get; set; }

    public EmbassyStepWanted Read() => new(Kind!.Value, PaperId, new EmbassyStepWords(On!.Value, Note));
}
