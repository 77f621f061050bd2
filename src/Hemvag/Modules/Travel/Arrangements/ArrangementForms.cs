using System.ComponentModel.DataAnnotations;

namespace Hemvag.Modules.Travel.Arrangements;

internal sealed class DecisionForm
{
    [Required]
    public ArrangementNeed? Need { get; set; }

    public Guid? OrganisationId { get; set; }

    [MaxLength(40)]
    public string? Variant { get; set; }

    [MaxLength(2000)]
    public string? Note { get; set; }
}

internal sealed class AnswerForm
{
    [Required]
    public bool? Confirmed { get; set; }

    [MaxLength(2000)]
    public string? Note { get; set; }
}

internal sealed class CancelForm
{
    [MaxLength(2000)]
    public string? Note { get; set; }
}
