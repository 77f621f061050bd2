using Hemvag.Data;
using Hemvag.Modules.Cases.Person;
using Hemvag.Sealing;

namespace Hemvag.Modules.CashSupport.Decisions;

/// <summary>Someone of a decision, as far as it is open.</summary>
internal sealed record MemberName(string GivenNames, string Surname, DateOnly? BirthDate, string? Citizenship, string? DocumentNumber)
{
    public string Full => $"{GivenNames} {Surname}";
}

/// <summary>What of a decision stands sealed under Identity.</summary>
/// <param name="Names">By the member's id.</param>
/// <param name="Written">Migrationsverket's number and the days.</param>
internal sealed record OpenDecision(IReadOnlyDictionary<Guid, MemberName> Names, CashDecisionPayload? Written);

/// <summary>Who the people of a decision are, under a live opening of Identity.</summary>
internal sealed class FamilyNames(HemvagDbContext db, CaseVault vault, PersonQueries persons)
{
    public async Task<OpenDecision> ReadAsync(OpenedCompartment opened, IEnumerable<CashFamilyMember> family)
    {
        var identity = (await persons.IdentityAsync(opened))?.Value;
        var (members, decision) = await vault.ReadBothAsync<CashMemberPayload, CashDecisionPayload>(
            db,
            opened,
            Compartment.Identity,
            CashMemberPayload.SubjectPrefix,
            CashDecisionPayload.Subject
        );
        var others = members.ToDictionary(m => m.Subject, m => m.Value, StringComparer.Ordinal);
        var names = new Dictionary<Guid, MemberName>();
        foreach (var member in family)
        {
            if (member.Relation == CashRelation.Applicant && identity is not null)
            {
                names[member.Id] = new MemberName(
                    identity.GivenNames ?? "",
                    identity.FamilyName ?? "",
                    identity.BirthDate,
                    identity.Citizenship,
                    identity.DocumentNumber
                );
            }
            else if (others.TryGetValue(CashMemberPayload.SubjectOf(member.Id), out var other))
            {
                names[member.Id] = new MemberName(other.GivenNames, other.FamilyName, other.BirthDate, other.Citizenship, other.DocumentNumber);
            }
        }

        return new OpenDecision(names, decision.SingleOrDefault()?.Value);
    }
}
