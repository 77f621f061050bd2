using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.Papers;

/// <summary>The documents, embassies, yeses and steps of a case, without what is sealed.</summary>
internal sealed record PapersView(
    IReadOnlyList<TravelPaper> Papers,
    IReadOnlyList<Embassy> Embassies,
    IReadOnlyList<EmbassyYes> Yeses,
    IReadOnlyList<EmbassyStep> Steps
)
{
    public static bool IsLive(EmbassyYes yes) => yes.WithdrawnAt is null;

    public EmbassyYes? LiveYes(Guid embassyId) => Yeses.FirstOrDefault(y => y.EmbassyId == embassyId && IsLive(y));

    public IReadOnlyList<EmbassyYes> YesesOf(Guid embassyId) => [.. Yeses.Where(y => y.EmbassyId == embassyId)];

    public IReadOnlyList<EmbassyStep> StepsOf(Guid embassyId) => [.. Steps.Where(s => s.EmbassyId == embassyId)];
}

/// <summary>Reads them of a case that access has been checked for.</summary>
internal sealed class PaperReading(HemvagDbContext db, CaseVault vault)
{
    public async Task<PapersView> LoadAsync(Guid caseId)
    {
        var found = await db.Set<Case>()
            .AsNoTracking()
            .Where(c => c.Id == caseId)
            .Select(c => new
            {
                Papers = db.Set<TravelPaper>().Where(p => p.CaseId == c.Id).ToList(),
                Embassies = db.Set<Embassy>().Where(e => e.CaseId == c.Id).ToList(),
                Yeses = db.Set<EmbassyYes>().Where(y => y.CaseId == c.Id).ToList(),
                Steps = db.Set<EmbassyStep>().Where(s => s.CaseId == c.Id).ToList(),
            })
            .AsSingleQuery()
            .FirstAsync();
        return new PapersView(
            [.. found.Papers.OrderBy(p => p.Kind).ThenBy(p => p.Id)],
            [.. found.Embassies.OrderBy(e => e.AddedAt).ThenBy(e => e.Id)],
            [.. found.Yeses.OrderBy(y => y.RecordedAt).ThenBy(y => y.Id)],
            [.. found.Steps.OrderBy(s => s.RecordedAt).ThenBy(s => s.Id)]
        );
    }

    /// <summary>What stands in the documents, and which embassies; by subject.</summary>
    public async Task<(IReadOnlyDictionary<string, PaperWords> Papers, IReadOnlyDictionary<string, EmbassyWords> Embassies)> WordsAsync(
        OpenedCompartment opened
    )
    {
        var (papers, embassies) = await vault.ReadBothAsync<PaperWords, EmbassyWords>(
            db,
            opened,
            Compartment.Travel,
            PaperWords.SubjectPrefix,
            EmbassyWords.SubjectPrefix
        );
        return (
            papers.ToDictionary(p => p.Subject, p => p.Value, StringComparer.Ordinal),
            embassies.ToDictionary(e => e.Subject, e => e.Value, StringComparer.Ordinal)
        );
    }

    /// <summary>Which embassies, and the days of the steps; by subject.</summary>
    public async Task<(IReadOnlyDictionary<string, EmbassyWords> Embassies, IReadOnlyDictionary<string, EmbassyStepWords> Steps)> StepWordsAsync(
        OpenedCompartment opened
    )
    {
        var (embassies, steps) = await vault.ReadBothAsync<EmbassyWords, EmbassyStepWords>(
            db,
            opened,
            Compartment.Travel,
            EmbassyWords.SubjectPrefix,
            EmbassyStepWords.SubjectPrefix
        );
        return (
            embassies.ToDictionary(e => e.Subject, e => e.Value, StringComparer.Ordinal),
            steps.ToDictionary(s => s.Subject, s => s.Value, StringComparer.Ordinal)
        );
    }

    public async Task<int> VersionAsync(Guid caseId, string subject) =>
        (await CaseVault.VersionsAsync(db, caseId, subject)).GetValueOrDefault(subject);
}
