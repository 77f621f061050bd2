using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Will;

namespace Hemvag.Modules.Travel.Packages;

/// <summary>A package as it is typed.</summary>
internal sealed class PackageForm
{
    [Required, MaxLength(200)]
    public string? Name { get; set; }

    public Guid? EmbassyId { get; set; }

    public DateOnly? YesOn { get; set; }

    public AskedHow? YesHow { get; set; }

    public List<PackageField> Fields { get; set; } = [];

    [MaxLength(4000)]
    public string? Message { get; set; }

    [Required]
    public PackageWay? Way { get; set; }

    [Required, Range(1, PackageKeeping.MostDays)]
    public int? Days { get; set; }

    public PackageWanted Read(PackageRecipient recipient) =>
        new(recipient, Way!.Value, Name!, Fields, Message, recipient == PackageRecipient.Embassy ? EmbassyId : null, YesOn, YesHow, Days!.Value);
}
