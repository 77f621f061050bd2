using Hemvag.Data;
using Hemvag.Modules.Assessments.Concluding;
using Hemvag.Modules.Assessments.Eligibility;
using Hemvag.Modules.Assessments.Information;
using Hemvag.Modules.Assessments.Investigation;
using Hemvag.Modules.Assessments.Risks;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Assessments.Overview;

/// <summary>Where the parts of the assessment stand.</summary>
/// <param name="CanTakePart">The latest decision; null while there is none.</param>
internal sealed record OverviewView(
    bool? CanTakePart,
    DateOnly? DecidedOn,
    ToldTopics Information,
    int Risks,
    int HighRisks,
    int RisksIncomplete,
    (ConclusionOutcome Outcome, DateOnly On)? Needs,
    (ConclusionOutcome Outcome, DateOnly On, TravelFitness? Fitness)? Health,
    (InvestigationAnswer Investigation, DateOnly On)? Investigation
);

/// <summary>Reads all parts in one query.</summary>
internal sealed class AssessmentOverview(HemvagDbContext db, ProgrammeCatalogue programmes)
{
    public async Task<OverviewView> OfAsync(CaseHandle handle)
    {
        var found = await db.Set<Case>()
            .AsNoTracking()
            .Where(c => c.Id == handle.CaseId)
            .Select(c => new
            {
                Decisions = db.Set<EligibilityDecision>().Where(d => d.CaseId == c.Id).ToList(),
                Topics = db.Set<InformationConversation>().Where(x => x.CaseId == c.Id).Select(x => new { x.Id, x.Topics }).ToList(),
                Risks = db.Set<RiskRow>().Where(r => r.CaseId == c.Id).ToList(),
                Conclusions = db.Set<AssessmentConclusion>().Where(x => x.CaseId == c.Id).ToList(),
                Answers = db.Set<InvestigationRecord>().Where(r => r.CaseId == c.Id).ToList(),
            })
            .AsSingleQuery()
            .SingleAsync();
        var decision = found.Decisions.MaxBy(d => d.Number);
        var answer = found.Answers.MaxBy(r => r.Number);
        var open = found.Risks.Where(r => r.Status == RiskStatus.Open).ToList();
        return new OverviewView(
            decision?.CanTakePart,
            decision?.DecidedOn,
            ToldTopics.Of(programmes.Get(handle.Case.ProgrammeId), found.Topics.Select(t => t.Topics)),
            open.Count,
            open.Count(r => r.CurrentLevel == RiskLevel.High),
            open.Count(r => !r.HasMeasure || r.Owner is null || r.DueOn is null),
            Latest(found.Conclusions, AssessmentPart.Needs) is { } needs ? (needs.Outcome, needs.ConcludedOn) : null,
            Latest(found.Conclusions, AssessmentPart.Health) is { } health ? (health.Outcome, health.ConcludedOn, health.Fitness) : null,
            answer is null ? null : (answer.Investigation, answer.AskedOn)
        );
    }

    private static AssessmentConclusion? Latest(IEnumerable<AssessmentConclusion> all, AssessmentPart part) =>
        all.Where(c => c.Part == part).MaxBy(c => c.Number);
}
