using System.ComponentModel.DataAnnotations;

namespace Hemvag.Modules.Justice.Telling;

internal sealed class ToldInput
{
    [Required]
    public DateOnly? ToldOn { get; set; }

    [Required]
    public ToldBy? By { get; set; }

    [Required]
    public ToldWay? Way { get; set; }

    [Required]
    public string? Language { get; set; }

    public bool ThroughInterpreter { get; set; }

    [Required, MaxLength(4000)]
    public string? What { get; set; }

    [MaxLength(2000)]
    public string? Answer { get; set; }

    public ToldNow Read() => new(ToldOn!.Value, By!.Value, Way!.Value, Language!, ThroughInterpreter, new ToldPayload(What!, Answer));
}

internal sealed class PlanInput
{
    [Required]
    public Teller? Teller { get; set; }

    [Required]
    public DateOnly? TellOn { get; set; }
}
