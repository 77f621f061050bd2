using System.ComponentModel.DataAnnotations;
using Hemvag.Data;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Web.Binding;

namespace Hemvag.Modules.CashSupport.Decisions;

/// <summary>A decision as the form holds it.</summary>
internal sealed class DecisionForm
{
    [Required, MaxLength(30)]
    public string? DecisionNumber { get; set; }

    [Required]
    public DateOnly? DecidedOn { get; set; }

    [Required]
    public AsylumOutcome? Outcome { get; set; }

    [Required]
    public DateOnly? OutcomeOn { get; set; }

    [Required]
    public DateOnly? AppliedOn { get; set; }

    public bool ReturnsWithAssistance { get; set; }

    public bool AppliedInSweden { get; set; }

    [Required, MaxLength(8)]
    public string? CountryCode { get; set; }

    [Required]
    public Guid? OfficeId { get; set; }

    public DateOnly? PlannedReturnOn { get; set; }

    [MaxLength(40)]
    public string? Phone { get; set; }

    [MaxLength(8)]
    public string? Language { get; set; }

    public bool ConsentsToIom { get; set; }

    public bool ConsentsToOffice { get; set; }

    [MaxLength(8)]
    public string? ConsentLanguage { get; set; } = "sv";

    public DateOnly? ConsentedOn { get; set; }

    [MaxLength(CashRules.LargestFamily)]
    public List<PersonForm> Family { get; set; } = [];

    /// <param name="set">Of the version on the day; null when none runs, which the decision is refused for.</param>
    /// <exception cref="RefusedException">FullNameMissing, BirthDateWrong for a line that stands between others.</exception>
    public CashDecisionEntry ToEntry(EntitlementSet? set)
    {
        var filled = Family.FindLastIndex(person => !person.IsEmpty) + 1;
        var people = Family.Take(Math.Max(filled, 1)).ToList();
        for (var index = 0; index < people.Count; index++)
        {
            people[index].Require(index);
        }

        var adults = people.Select(person => CashRules.IsAdult(person.BirthDate!.Value, DecidedOn!.Value));
        var proposed = set is null ? [.. people.Select(_ => 0L)] : CashRules.ProposeMinor(set, adults);
        return new CashDecisionEntry(
            DecisionNumber!,
            DecidedOn!.Value,
            Outcome!.Value,
            OutcomeOn!.Value,
            ReturnsWithAssistance,
            AppliedInSweden,
            AppliedOn!.Value,
            CountryCode!,
            OfficeId!.Value,
            PlannedReturnOn,
            Phone,
            Language,
            ConsentsToIom,
            ConsentsToOffice,
            ConsentLanguage,
            [.. people.Select((person, index) => person.ToPerson(index, proposed[index]))],
            ConsentedOn
        );
    }
}

/// <summary>A line of the family. The first one is the applicant; an empty one at the end is left out.</summary>
internal sealed class PersonForm
{
    public CashRelation? Relation { get; set; }

    [MaxLength(120)]
    public string? GivenNames { get; set; }

    [MaxLength(120)]
    public string? FamilyName { get; set; }

    public DateOnly? BirthDate { get; set; }

    [MaxLength(8)]
    public string? Citizenship { get; set; }

    [MaxLength(40)]
    public string? DocumentNumber { get; set; }

    /// <summary>Left empty: what the version proposes.</summary>
    [MinorUnits("SEK")]
    public long? Amount { get; set; }

    /// <summary>Asked for only when somebody is like this one.</summary>
    public NotSamePersonReason? NotSame { get; set; }

    public bool IsEmpty =>
        Relation is null
        && GivenNames is null
        && FamilyName is null
        && BirthDate is null
        && Citizenship is null
        && DocumentNumber is null
        && Amount is null;

    public void Require(int index)
    {
        if (GivenNames is null && FamilyName is null)
        {
            throw new RefusedException(CashRefusals.FullNameMissing, CashFields.OfMember(index, nameof(GivenNames)));
        }

        if (BirthDate is null)
        {
            throw new RefusedException(CashRefusals.BirthDateWrong, CashFields.OfMember(index, nameof(BirthDate)));
        }

        if (index > 0 && Relation is null)
        {
            throw new RefusedException(CashRefusals.RelationMissing, CashFields.OfMember(index, nameof(Relation)));
        }
    }

    public CashPerson ToPerson(int index, long proposedMinor) =>
        new(
            index == 0 ? CashRelation.Applicant : Relation!.Value,
            GivenNames ?? "",
            FamilyName ?? "",
            BirthDate!.Value,
            Citizenship ?? "",
            DocumentNumber,
            Amount ?? proposedMinor,
            NotSame
        );
}
