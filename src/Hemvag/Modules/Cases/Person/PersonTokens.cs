using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.Person;

/// <summary>Keeps a case's match tokens as its sealed name, phone and document number stand, in the same save.</summary>
internal sealed class PersonTokens(MatchTokens tokens)
{
    public Task WriteAsync(CaseWork work, IdentityPayload identity) => ReplaceAsync(work, Compartment.Identity, SubjectOf(identity));

    public Task WriteAsync(CaseWork work, ContactPayload contact) => ReplaceAsync(work, Compartment.Contact, SubjectOf(contact));

    /// <summary>The same for an accompanying child.</summary>
    public Task WriteForChildAsync(CaseWork work, Guid childId, MatchSubject child) => ReplaceAsync(work, Compartment.Identity, child, childId);

    /// <summary>
    /// Whether the case has another accompanying child of that name and year of birth. A document says nothing here: children stand in a
    /// parent's passport.
    /// </summary>
    public async Task<bool> IsOfAnotherChildAsync(CaseWork work, Guid childId, MatchSubject child)
    {
        var same = tokens.ToFind(child).Where(t => t.Kind == MatchKind.NameAndBirthYear).Select(t => t.Value).ToList();
        return same.Count > 0
            && await work
                .Db.Set<StoredToken>()
                .AnyAsync(t => t.CaseId == work.Case.Id && t.ChildId != null && t.ChildId != childId && same.Contains(t.Value));
    }

    /// <summary>What is known of a person whose pages are open, for asking.</summary>
    public static MatchSubject SubjectOf(IdentityPayload? identity, ContactPayload? contact) =>
        new(
            identity is null ? null : $"{identity.GivenNames} {identity.FamilyName}",
            identity?.BirthDate?.Year,
            contact?.Phone is { } phone ? [phone] : [],
            identity?.DocumentNumber is { } document ? [document] : []
        );

    private static MatchSubject SubjectOf(IdentityPayload identity) => SubjectOf(identity, null);

    private static MatchSubject SubjectOf(ContactPayload contact) => SubjectOf(null, contact);

    private async Task ReplaceAsync(CaseWork work, Compartment compartment, MatchSubject subject, Guid? childId = null)
    {
        var wanted = tokens.ToStore(subject);
        var stored = work.IsNew
            ? []
            : await work
                .Db.Set<StoredToken>()
                .Where(t => t.CaseId == work.Case.Id && t.Compartment == compartment && t.ChildId == childId)
                .ToListAsync();
        work.Db.RemoveRange(stored.Where(s => !wanted.Any(w => IsSame(s, w))));
        foreach (var token in wanted.Where(w => !stored.Any(s => IsSame(s, w))))
        {
            work.Db.Add(
                new StoredToken
                {
                    Id = work.NewId(),
                    CaseId = work.Case.Id,
                    Compartment = compartment,
                    ChildId = childId,
                    Kind = token.Kind,
                    RootKeyVersion = token.RootKeyVersion,
                    Value = token.Value,
                }
            );
        }
    }

    private static bool IsSame(StoredToken stored, MatchToken wanted) =>
        stored.Kind == wanted.Kind && stored.RootKeyVersion == wanted.RootKeyVersion && stored.Value.AsSpan().SequenceEqual(wanted.Value);
}
