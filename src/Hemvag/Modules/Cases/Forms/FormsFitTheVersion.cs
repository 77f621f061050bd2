using Hemvag.Data;
using Hemvag.Modules.Cases.Moving;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.Forms;

/// <summary>
/// What is filled in stays where it was sealed: a version that lacks the section, or seals it in another compartment, would show it to nobody,
/// or to others than the person has said yes to. An answer to a question that the section there does not ask in the same way would not be
/// shown either, and be gone from what is saved next; which questions are answered is sealed, so each of the section counts.
/// </summary>
internal sealed class FormsFitTheVersion(ProgrammeCatalogue programmes) : IMoveCheck
{
    public async Task<IReadOnlyList<MoveObstacle>> AgainstAsync(HemvagDbContext db, Case @case, ProgrammeVersion target)
    {
        var filled = await db.Set<SealedRecord>()
            .AsNoTracking()
            .Where(r => r.CaseId == @case.Id && r.Subject.StartsWith(FormSubjects.AllForms))
            .Select(r => new { r.Subject, r.Compartment })
            .Distinct()
            .ToListAsync();
        var own = programmes.Get(@case.ProgrammeId);
        var unfit = Enum.GetValues<FormKind>()
            .Where(kind =>
                filled
                    .Where(r => r.Subject.StartsWith(FormSubjects.Prefix(kind), StringComparison.Ordinal))
                    .Any(r => !Fits(kind, r.Subject[FormSubjects.Prefix(kind).Length..], r.Compartment))
            )
            .Select(kind => $"FormKind.{kind}")
            .ToList();
        return unfit.Count == 0 ? [] : [new MoveObstacle(CaseRefusals.MoveSectionUnfit, unfit)];

        bool Fits(FormKind kind, string section, Compartment sealedIn) =>
            SectionOf(target, kind, section) is { } there
            && there.Compartment == sealedIn
            && (SectionOf(own, kind, section)?.Fields ?? []).All(field => field.Kind == FieldKind.Heading || Asks(there, field));
    }

    private static SectionDefinition? SectionOf(ProgrammeVersion version, FormKind kind, string section) =>
        version.Form(kind).Sections.FirstOrDefault(s => s.Id == section);

    private static bool Asks(SectionDefinition section, FieldDefinition field) =>
        section.Fields.Any(f =>
            f.Id == field.Id && f.Kind == field.Kind && (field.Choices ?? []).All(choice => (f.Choices ?? []).Any(c => c.Id == choice.Id))
        );
}
