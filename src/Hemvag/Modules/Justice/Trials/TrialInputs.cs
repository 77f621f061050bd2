using System.ComponentModel.DataAnnotations;
using Hemvag.Web.Binding;

namespace Hemvag.Modules.Justice.Trials;

internal sealed class PartInput
{
    [Required]
    public TrialWish? Wish { get; set; }

    [Required]
    public DateOnly? AskedOn { get; set; }

    [MaxLength(4000)]
    public string? Summons { get; set; }

    [MaxLength(4000)]
    public string? Protection { get; set; }

    /// <summary>The version that the form had shown.</summary>
    public int Version { get; set; }
}

internal sealed class CostInput
{
    [Required]
    public TrialCostKind? Kind { get; set; }

    /// <summary>In minor units; every currency in use has two decimals.</summary>
    [Required, MinorUnits("SEK")]
    public long? Amount { get; set; }

    [Required, MaxLength(3)]
    public string? Currency { get; set; }

    [Required]
    public CostBearer? Bearer { get; set; }
}

internal sealed class JourneyInput
{
    [Required]
    public DateOnly? OutwardOn { get; set; }

    public DateOnly? ReturnOn { get; set; }

    [MaxLength(300)]
    public string? From { get; set; }

    [MaxLength(300)]
    public string? To { get; set; }

    [MaxLength(1000)]
    public string? Meeting { get; set; }

    public JourneyWanted Read() =>
        new(OutwardOn!.Value, ReturnOn, new JourneyHelpPayload(From, To, Meeting), new JourneyHelpPayload(To, From, Meeting));
}
