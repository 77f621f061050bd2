using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.Forms;

/// <summary>What became of a posted section.</summary>
/// <param name="Saved">False when nothing was saved, because an answer is wrong and what stood before it is not open.</param>
/// <param name="Version">The section's version now.</param>
internal sealed record SectionSaved(bool Saved, int Version);

/// <summary>Saves and reads the sections of long forms. Each section is one sealed record with versions of its own.</summary>
internal sealed class FormSections(
    HemvagDbContext db,
    CaseOperations operations,
    CaseVault vault,
    ProgrammeCatalogue programmes,
    OrganisationCatalogue organisations
)
{
    /// <summary>The form as the case's programme version defines it.</summary>
    public FormDefinition Form(Case @case, FormKind kind) => programmes.Get(@case.ProgrammeId).Form(kind);

    /// <summary>Seals the next version of a section.</summary>
    /// <param name="answers">By field id; what is missing was not asked.</param>
    /// <param name="shownVersion">The version the form had shown; 0 where nothing was filled in.</param>
    /// <returns>False when the same form was submitted before.</returns>
    /// <exception cref="RefusedException">SectionChanged when someone else has written since; AnswerNotAllowed; CaseClosed.</exception>
    public Task<bool> SaveAsync(
        CaseHandle handle,
        Guid operationId,
        FormKind kind,
        string sectionId,
        IReadOnlyDictionary<string, FieldAnswer> answers,
        int shownVersion
    )
    {
        var form = Form(handle.Case, kind);
        var section = form.Section(sectionId);
        RequireAllowed(section, answers);
        var payload = new SectionAnswers(kind, form.Version, sectionId, answers, handle.Case.ProgrammeId);
        var subject = FormSubjects.Of(kind, sectionId);
        return operations.RunAsync(
            handle,
            operationId,
            $"Save{kind}",
            OperationNature.Fact,
            async work =>
            {
                var record = await work.SealAsync(section.Compartment, subject, payload, shownVersion);
                work.Record(new RecordSealed(subject, record.Id, record.Version));
                MinorRule.Notice(work, kind, answers);
            }
        );
    }

    /// <summary>
    /// Saves all answers of a posted section that could be read. An answer that could not keeps what was saved before, for which
    /// the compartment must be open once something has been filled in; else nothing is saved and everything typed stays on the screen.
    /// </summary>
    public async Task<SectionSaved> SavePostedAsync(
        CaseHandle handle,
        Guid operationId,
        FormKind kind,
        string sectionId,
        PostedSection posted,
        int shownVersion,
        OpenedCompartment? opened
    )
    {
        var answers = new Dictionary<string, FieldAnswer>(posted.Answers, StringComparer.Ordinal);
        var compartment = Form(handle.Case, kind).Section(sectionId).Compartment;
        if (posted.Errors.Count > 0 && shownVersion > 0)
        {
            if (opened is null || !opened.Covers(compartment) || await ReadAsync(opened, handle.Case, kind, sectionId) is not { } before)
            {
                return new SectionSaved(false, shownVersion);
            }

            foreach (var wrong in posted.Errors)
            {
                answers[wrong.FieldId] = before.Value.Of(wrong.FieldId);
            }
        }

        await SaveAsync(handle, operationId, kind, sectionId, answers, shownVersion);
        var versions = await VersionsAsync(handle.CaseId, kind);
        return new SectionSaved(true, versions.GetValueOrDefault(sectionId));
    }

    /// <summary>The newest version of a section, or null when it has not been filled in. The section's compartment must be open.</summary>
    public Task<Unsealed<SectionAnswers>?> ReadAsync(OpenedCompartment opened, Case @case, FormKind kind, string sectionId) =>
        vault.ReadAsync<SectionAnswers>(db, opened, Form(@case, kind).Section(sectionId).Compartment, FormSubjects.Of(kind, sectionId));

    /// <summary>The newest versions of all sections in compartments that are open, by section id.</summary>
    public async Task<IReadOnlyDictionary<string, Unsealed<SectionAnswers>>> ReadOpenAsync(OpenedCompartment opened, FormKind kind)
    {
        var read = await vault.ReadOpenAsync<SectionAnswers>(db, opened, FormSubjects.Prefix(kind));
        return read.ToDictionary(s => s.Value.Section, StringComparer.Ordinal);
    }

    /// <summary>Which sections are filled in, by id, without opening anything: version, when and by whom it was last saved.</summary>
    public async Task<IReadOnlyDictionary<string, FilledSection>> FilledAsync(Guid caseId, FormKind kind)
    {
        var prefix = FormSubjects.Prefix(kind);
        var rows = await db.Set<SealedRecord>()
            .AsNoTracking()
            .Where(r => r.CaseId == caseId && r.Subject.StartsWith(prefix))
            .Select(r => new
            {
                r.Subject,
                r.Version,
                r.WrittenAt,
                By = db.Set<Account>().Where(a => a.Id == r.WrittenBy).Select(a => a.DisplayName).FirstOrDefault(),
            })
            .ToListAsync();
        return rows.GroupBy(r => r.Subject, StringComparer.Ordinal)
            .Select(g => g.MaxBy(r => r.Version)!)
            .ToDictionary(r => r.Subject[prefix.Length..], r => new FilledSection(r.Version, r.WrittenAt, r.By), StringComparer.Ordinal);
    }

    /// <summary>Versions of the sections that are filled in, by section id, without opening anything.</summary>
    public async Task<IReadOnlyDictionary<string, int>> VersionsAsync(Guid caseId, FormKind kind)
    {
        var prefix = FormSubjects.Prefix(kind);
        var versions = await CaseVault.VersionsAsync(db, caseId, prefix);
        return versions.ToDictionary(v => v.Key[prefix.Length..], v => v.Value, StringComparer.Ordinal);
    }

    // Answers from the form were read field by field; those that come by another way are held to the same.
    private void RequireAllowed(SectionDefinition section, IReadOnlyDictionary<string, FieldAnswer> answers)
    {
        foreach (var (id, answer) in answers)
        {
            var field = section.Fields.FirstOrDefault(f => f.Id == id);
            var isAllowed =
                field is not null
                && (answer.State == AnswerState.Answered) == (answer.Values.Count > 0)
                && FieldReading.Read(field, answer.Values, organisations).Error is null;
            if (!isAllowed)
            {
                throw new RefusedException(FormRefusals.AnswerNotAllowed, PostedSection.NameOf(id));
            }
        }
    }
}
