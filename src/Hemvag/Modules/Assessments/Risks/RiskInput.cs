using System.ComponentModel.DataAnnotations;

namespace Hemvag.Modules.Assessments.Risks;

/// <summary>A row of the risk table as it is typed.</summary>
internal sealed class RiskInput
{
    [Required, MaxLength(60)]
    public string? Phase { get; set; }

    [Required, MaxLength(60)]
    public string? Category { get; set; }

    public string? Description { get; set; }

    public string? Source { get; set; }

    [Required, MaxLength(60)]
    public string? Likelihood { get; set; }

    [Required, MaxLength(60)]
    public string? Consequence { get; set; }

    public string? Measure { get; set; }

    [MaxLength(120)]
    public string? Owner { get; set; }

    public DateOnly? DueOn { get; set; }

    [MaxLength(60)]
    public string? ResidualLikelihood { get; set; }

    [MaxLength(60)]
    public string? ResidualConsequence { get; set; }

    public static RiskInput Of(RiskRow row, RiskTexts? texts) =>
        new()
        {
            Phase = row.Phase,
            Category = row.Category,
            Description = texts?.Description,
            Source = texts?.Source,
            Likelihood = row.Likelihood,
            Consequence = row.Consequence,
            Measure = texts?.Measure,
            Owner = row.Owner?.Value,
            DueOn = row.DueOn,
            ResidualLikelihood = row.ResidualLikelihood,
            ResidualConsequence = row.ResidualConsequence,
        };

    /// <param name="owner">As the page has looked it up among those on the case.</param>
    public RiskCodes Codes(RiskOwner? owner) =>
        new(Phase!, Category!, Likelihood!, Consequence!, ResidualLikelihood, ResidualConsequence, owner, DueOn);

    public RiskTexts Texts() => new(Description, Source, Measure);
}
