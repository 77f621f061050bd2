using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Cases.Person;

namespace Hemvag.Modules.Cases.Matters;

/// <summary>The fields of a first contact as they are typed (partial <c>_FirstContactFields</c>).</summary>
internal sealed class FirstContactForm
{
    public Guid? RegionId { get; set; }

    [Required]
    public DateOnly? OccurredOn { get; set; }

    [Required]
    public ContactChannel? Channel { get; set; }

    public bool ConsentsToContact { get; set; }

    [Required]
    public ConsentForm? ConsentForm { get; set; }

    [Required, MaxLength(8)]
    public string? ConsentLanguage { get; set; } = "sv";

    [MaxLength(120)]
    public string? Interpreter { get; set; }

    public bool InterpreterAccepted { get; set; }

    [Required]
    public bool? IsAdult { get; set; }

    [Required]
    public bool? ChildrenTravelAlong { get; set; }

    /// <summary>Where children travel along.</summary>
    public int? ChildCount { get; set; }

    [MaxLength(80)]
    public string? Pseudonym { get; set; }

    [MaxLength(120)]
    public string? GivenNames { get; set; }

    [MaxLength(120)]
    public string? FamilyName { get; set; }

    public DateOnly? BirthDate { get; set; }

    [MaxLength(40)]
    public string? Phone { get; set; }

    [MaxLength(200)]
    public string? SafeTimes { get; set; }

    [MaxLength(400)]
    public string? IfSomeoneElseAnswers { get; set; }

    [MaxLength(80)]
    public string? CodeWord { get; set; }

    [MaxLength(8)]
    public string? Language { get; set; }

    public bool? NeedsInterpreter { get; set; }

    public string? Question { get; set; }

    public bool TakeIt { get; set; }

    public MatterRequest ToRequest(Guid regionId) =>
        new(
            regionId,
            OccurredOn!.Value,
            Channel!.Value,
            IsAdult!.Value,
            ChildrenTravelAlong!.Value,
            ConsentsToContact,
            ConsentForm!.Value,
            ConsentLanguage!,
            Interpreter,
            InterpreterAccepted,
            new IdentityPayload(Pseudonym, GivenNames, FamilyName, BirthDate, null, null),
            new ContactPayload(Phone, SafeTimes, IfSomeoneElseAnswers, CodeWord, null, Language, NeedsInterpreter),
            Question,
            TakeIt,
            ChildCount
        );
}
