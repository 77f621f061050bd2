using System.ComponentModel.DataAnnotations;
using Hemvag.Data;
using Hemvag.Web.Binding;

namespace Hemvag.Modules.Travel.Costs;

internal sealed class CostForm
{
    [Required]
    public TravelCostKind? Kind { get; set; }

    /// <summary>The leg or document it is for.</summary>
    public Guid? SubjectId { get; set; }

    /// <summary>In minor units; every currency in use has two decimals.</summary>
    [Required, MinorUnits("SEK")]
    public long? Estimate { get; set; }

    [Required, MaxLength(3)]
    public string? Currency { get; set; }

    public TravelCostWanted Read() => new(Kind!.Value, SubjectId, new Amount(Estimate!.Value, Currency!));
}

internal sealed class ActualForm
{
    [Required, MinorUnits("SEK")]
    public long? Amount { get; set; }

    public IFormFile? File { get; set; }
}

internal sealed class RefundForm
{
    [Required, MinorUnits("SEK")]
    public long? Amount { get; set; }
}
