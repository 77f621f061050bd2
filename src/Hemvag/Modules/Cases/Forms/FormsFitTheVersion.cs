using Hemvag.Data;
using Hemvag.Modules.Cases.Moving;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.Forms;

/// <summary>
/// What is filled in stays where it was sealed: a version that lacks the section, or seals it in another compartment, would show it to nobody,
/// or to others than the person has said yes to.
/// </summary>
internal sealed class FormsFitTheVersion : IMoveCheck
{
    public async Task<IReadOnlyList<MoveObstacle>> AgainstAsync(HemvagDbContext db, Case @case, ProgrammeVersion target)
    {
        var filled = await db.Set<SealedRecord>()
            .AsNoTracking()
            .Where(r => r.CaseId == @case.Id && r.Subject.StartsWith(FormSubjects.AllForms))
            .Select(r => new { r.Subject, r.Compartment })
            .Distinct()
            .ToListAsync();
        var unfit = Enum.GetValues<FormKind>()
            .Where(kind =>
                filled
                    .Where(r => r.Subject.StartsWith(FormSubjects.Prefix(kind), StringComparison.Ordinal))
                    .Any(r => CompartmentOf(target, kind, r.Subject[FormSubjects.Prefix(kind).Length..]) != r.Compartment)
            )
            .Select(kind => $"FormKind.{kind}")
            .ToList();
        return unfit.Count == 0 ? [] : [new MoveObstacle(CaseRefusals.MoveSectionUnfit, unfit)];
    }

    private static Compartment? CompartmentOf(ProgrammeVersion version, FormKind kind, string section) =>
        version.Form(kind).Sections.FirstOrDefault(s => s.Id == section)?.Compartment;
}
