using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Consents;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Sealing;

namespace Hemvag.Modules.CashSupport.Decisions;

/// <summary>What a decision must fit before it is taken in: the days, the four criteria (S4.18), the office, the consents, the family.</summary>
internal sealed class DecisionChecks(OrganisationQueries organisations, OrganisationCatalogue countries, TimeProvider time)
{
    private const int NumberLength = 30;

    /// <exception cref="RefusedException">
    /// DecisionNumberMissing, DateInFuture, DateTooEarly, DaysNotInOrder, CriterionNotMet, CountryNotOnList, OfficeNotOfCountry, ConsentTooOld, ConsentsMissing,
    /// ConsentNotReviewed, SpokenLanguageUnknown; of the family ApplicantMissing, FamilyTooLarge, OneSpouse, ChildIsAdult, FullNameMissing,
    /// BirthDateWrong, NothingToCompare, NoAdult, CitizenshipUnknown, SwedishCitizen, ShareMissing, AmountAboveMaximum, FamilyCeilingExceeded.
    /// </exception>
    public async Task RequireAsync(CurrentAccount account, CashDecisionEntry entry, ProgrammeVersion version)
    {
        Require(
            MatchTokens.IsDecisionNumber(entry.DecisionNumber) && entry.DecisionNumber.Length <= NumberLength,
            CashRefusals.DecisionNumberMissing,
            nameof(entry.DecisionNumber)
        );
        RequireDays(entry, LocalDates.Today(time.GetUtcNow().UtcDateTime, account.Zone));
        Require(entry.ReturnsWithAssistance, CashRefusals.CriterionNotMet, nameof(entry.ReturnsWithAssistance));
        Require(entry.AppliedInSweden, CashRefusals.CriterionNotMet, nameof(entry.AppliedInSweden));
        Require(CashRules.IsOnList(version, entry.CountryCode, entry.DecidedOn), CashRefusals.CountryNotOnList, nameof(entry.CountryCode));
        Require(await IsOfCountryAsync(entry.OfficeId, entry.CountryCode), CashRefusals.OfficeNotOfCountry, nameof(entry.OfficeId));
        SpokenLanguages.Require(entry.Language, CashFields.Of(nameof(entry.Language)));
        RequireConsents(entry, LocalDates.Today(time.GetUtcNow().UtcDateTime, account.Zone));
        RequireFamily(entry, version);
    }

    /// <summary>The offices and partners that can pay in a country; where it has none, those of every country.</summary>
    public async Task<IReadOnlyList<OrganisationView>> OfficesAsync(string countryCode)
    {
        var all = await organisations.OfAsync(ConsentRecipients.OfficeKinds);
        var there = all.Where(o => o.CountryCode == countryCode).ToList();
        return there.Count > 0 ? there : all;
    }

    private async Task<bool> IsOfCountryAsync(Guid officeId, string countryCode) => (await OfficesAsync(countryCode)).Any(o => o.Id == officeId);

    private static void RequireDays(CashDecisionEntry entry, DateOnly today)
    {
        if (entry.DecidedOn > today)
        {
            throw new RefusedException(CaseRefusals.DateInFuture, CashFields.Of(nameof(entry.DecidedOn)));
        }

        // As for anything that is recorded in a case; an older year is a slip of the pen.
        if (entry.DecidedOn < today.AddYears(-1))
        {
            throw new RefusedException(CaseRefusals.DateTooEarly, CashFields.Of(nameof(entry.DecidedOn)));
        }

        Require(entry.OutcomeOn <= entry.DecidedOn, CashRefusals.DaysNotInOrder, nameof(entry.OutcomeOn));
        Require(entry.AppliedOn <= entry.DecidedOn, CashRefusals.DaysNotInOrder, nameof(entry.AppliedOn));
        // The decision comes before the departure (S4.21).
        Require(entry.PlannedReturnOn is not { } planned || planned >= entry.DecidedOn, CashRefusals.DaysNotInOrder, nameof(entry.PlannedReturnOn));
    }

    private static void RequireConsents(CashDecisionEntry entry, DateOnly today)
    {
        Require(entry.ConsentsOn <= today, CaseRefusals.DateInFuture, nameof(entry.ConsentedOn));
        Require(entry.ConsentsOn >= ConsentWriting.OldestOn(today), CashRefusals.ConsentTooOld, nameof(entry.ConsentedOn));
        Require(entry.ConsentsToIom, CashRefusals.ConsentsMissing, nameof(entry.ConsentsToIom));
        Require(entry.ConsentsToOffice, CashRefusals.ConsentsMissing, nameof(entry.ConsentsToOffice));
        Require(
            entry.ConsentLanguage is { } language && ReviewedLanguages.Has(language),
            CaseRefusals.ConsentNotReviewed,
            nameof(entry.ConsentLanguage)
        );
    }

    private void RequireFamily(CashDecisionEntry entry, ProgrammeVersion version)
    {
        var family = entry.Family;
        var first = CashFields.OfMember(0, nameof(CashPerson.Relation));
        if (family.Count == 0 || family[0].Relation != CashRelation.Applicant || family.Count(p => p.Relation == CashRelation.Applicant) > 1)
        {
            throw new RefusedException(CashRefusals.ApplicantMissing, first);
        }

        if (family.Count > CashRules.LargestFamily)
        {
            throw new RefusedException(CashRefusals.FamilyTooLarge, first, CashRules.LargestFamily);
        }

        for (var index = 0; index < family.Count; index++)
        {
            RequirePerson(entry, index);
        }

        // Who may receive a child's money abroad is not settled here.
        RequireOf(0, family.Any(p => CashRules.IsAdult(p.BirthDate, entry.DecidedOn)), CashRefusals.NoAdult, nameof(CashPerson.BirthDate));
        CashRules.CheckAmounts(version.Entitlements, [.. family.Select(p => (CashRules.IsAdult(p.BirthDate, entry.DecidedOn), p.AmountMinor))]);
    }

    private void RequirePerson(CashDecisionEntry entry, int index)
    {
        var person = entry.Family[index];
        RequireOf(index, !string.IsNullOrWhiteSpace(person.GivenNames), CashRefusals.FullNameMissing, nameof(person.GivenNames));
        RequireOf(index, !string.IsNullOrWhiteSpace(person.FamilyName), CashRefusals.FullNameMissing, nameof(person.FamilyName));
        RequireOf(
            index,
            person.BirthDate <= entry.DecidedOn && person.BirthDate > entry.DecidedOn.AddYears(-120),
            CashRefusals.BirthDateWrong,
            nameof(person.BirthDate)
        );
        RequireOf(
            index,
            MatchTokens.CanTell($"{person.GivenNames} {person.FamilyName}", person.DocumentNumber),
            CashRefusals.NothingToCompare,
            nameof(person.DocumentNumber)
        );
        RequireOf(index, countries.Country(person.Citizenship) is not null, CashRefusals.CitizenshipUnknown, nameof(person.Citizenship));
        RequireOf(index, person.Citizenship != CashRules.Sweden, CashRefusals.SwedishCitizen, nameof(person.Citizenship));
        RequireOf(
            index,
            person.Relation != CashRelation.SpouseOrCohabitant || entry.Family.Take(index).All(p => p.Relation != CashRelation.SpouseOrCohabitant),
            CashRefusals.OneSpouse,
            nameof(person.Relation)
        );
        RequireOf(
            index,
            person.Relation != CashRelation.Child || !CashRules.IsAdult(person.BirthDate, entry.DecidedOn),
            CashRefusals.ChildIsAdult,
            nameof(person.BirthDate)
        );
    }

    private static void Require(bool holds, Refusal refusal, string field)
    {
        if (!holds)
        {
            throw new RefusedException(refusal, CashFields.Of(field));
        }
    }

    private static void RequireOf(int index, bool holds, Refusal refusal, string field)
    {
        if (!holds)
        {
            throw new RefusedException(refusal, CashFields.OfMember(index, field));
        }
    }
}
