using Hemvag.Modules.Cases.Guardians;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Cases.Consents;

/// <summary>
/// Whose yes a gate counts for a person under 18. A suspected guardian's, or one's who stands for the person no longer, counts for no act;
/// nor does one from before the person was known to be a child. Who sees the case by it goes on seeing it: the support must not end in the
/// middle of a journey.
/// </summary>
internal static class GuardiansYes
{
    /// <summary>Those whom consents for a purpose name that are live today and count.</summary>
    public static IQueryable<ConsentRecipient> NamedFor(GateContext context, ConsentPurpose purpose)
    {
        var named = context.NamedFor(purpose);
        if (context.Case.Minor is null)
        {
            return named;
        }

        // The first contact is the child's own yes.
        var own = purpose == ConsentPurpose.FirstContact;
        var counts = context
            .Db.Set<Consent>()
            .Where(c =>
                (own && c.GuardianId == null)
                || context.Db.Set<Guardian>().Any(g => g.Id == c.GuardianId && g.CaseId == c.CaseId && !g.IsSuspected && g.EndedOn == null)
            );
        return named.Where(r => counts.Any(c => c.Id == r.ConsentId));
    }

    /// <summary>The same for a consent and the guardians at hand.</summary>
    public static bool Counts(Consent consent, IEnumerable<Guardian> guardians) =>
        consent.GuardianId is { } id ? guardians.Any(g => g.Id == id && g.Counts) : consent.Purpose == ConsentPurpose.FirstContact;
}
