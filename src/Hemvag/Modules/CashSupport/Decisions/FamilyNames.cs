using Hemvag.Data;
using Hemvag.Modules.Cases.Person;
using Hemvag.Sealing;

namespace Hemvag.Modules.CashSupport.Decisions;

/// <summary>Someone of a decision, as far as it is open.</summary>
internal sealed record FamilyName(string GivenNames, string Surname, DateOnly? BirthDate, string? Citizenship, string? DocumentNumber)
{
    public string Full => $"{GivenNames} {Surname}";
}

/// <summary>Who the people of a decision are, under a live opening of Identity.</summary>
internal sealed class FamilyNames(HemvagDbContext db, CaseVault vault, PersonQueries persons)
{
    /// <returns>By the member's id.</returns>
    public async Task<IReadOnlyDictionary<Guid, FamilyName>> ReadAsync(OpenedCompartment opened, IEnumerable<CashFamilyMember> family)
    {
        var identity = (await persons.IdentityAsync(opened))?.Value;
        var others = (await vault.ReadAllAsync<CashMemberPayload>(db, opened, Compartment.Identity, CashMemberPayload.SubjectPrefix)).ToDictionary(
            m => m.Subject,
            m => m.Value,
            StringComparer.Ordinal
        );
        var names = new Dictionary<Guid, FamilyName>();
        foreach (var member in family)
        {
            if (member.Relation == CashRelation.Applicant && identity is not null)
            {
                names[member.Id] = new FamilyName(
                    identity.GivenNames ?? "",
                    identity.FamilyName ?? "",
                    identity.BirthDate,
                    identity.Citizenship,
                    identity.DocumentNumber
                );
            }
            else if (others.TryGetValue(CashMemberPayload.SubjectOf(member.Id), out var other))
            {
                names[member.Id] = new FamilyName(other.GivenNames, other.FamilyName, other.BirthDate, other.Citizenship, other.DocumentNumber);
            }
        }

        return names;
    }

    /// <summary>Migrationsverket's number and the days.</summary>
    public async Task<CashDecisionPayload?> DecisionAsync(OpenedCompartment opened) =>
        (await vault.ReadAsync<CashDecisionPayload>(db, opened, Compartment.Identity, CashDecisionPayload.Subject))?.Value;
}
