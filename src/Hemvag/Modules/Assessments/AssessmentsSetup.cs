using Hemvag.Modules.Assessments.Concluding;
using Hemvag.Modules.Assessments.Eligibility;
using Hemvag.Modules.Assessments.Information;
using Hemvag.Modules.Assessments.Investigation;
using Hemvag.Modules.Assessments.Overview;
using Hemvag.Modules.Assessments.Risks;
using Hemvag.Modules.Assessments.Summaries;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Summaries;

namespace Hemvag.Modules.Assessments;

internal static class AssessmentsSetup
{
    public static IServiceCollection AddHemvagAssessments(this IServiceCollection services)
    {
        services.AddScoped<EligibilityDecisions>();
        services.AddScoped<EligibilityQueries>();
        services.AddScoped<Conversations>();
        services.AddScoped<InformationQueries>();
        services.AddScoped<RiskTable>();
        services.AddScoped<RiskQueries>();
        services.AddScoped<RiskFields>();
        services.AddScoped<Conclusions>();
        services.AddScoped<ConclusionQueries>();
        services.AddScoped<InvestigationAnswers>();
        services.AddScoped<InvestigationQueries>();
        services.AddScoped<AssessmentOverview>();
        services.AddScoped<IGate, EligibleGate>();
        services.AddScoped<IGate, InformationGivenGate>();
        services.AddScoped<IGate, RiskTableCompleteGate>();
        services.AddScoped<IGate, HighRisksOwnedGate>();
        services.AddScoped<IGate, NeedsAssessedGate>();
        services.AddScoped<IGate, HealthAssessedGate>();
        services.AddScoped<IGate, InvestigationAskedGate>();
        services.AddScoped<IReactTo<MilestoneReached>, AskForAssessment>();
        services.AddScoped<IReactTo<CaseHandedOn>, RisksHandedOver>();
        services.AddScoped<IReactTo<CaseHandedOver>, RisksHandedOver>();
        services.AddStepSummary<EligibilitySummary>(EligibilitySummary.Step);
        services.AddStepSummary<InformationSummary>(InformationSummary.Step);
        services.AddStepSummary<InvestigationSummary>(InvestigationSummary.Step);
        services.AddStepSummary<RisksSummary>(RisksSummary.Step);
        services.AddStepSummary<NeedsSummary>(NeedsSummary.Step);
        services.AddStepSummary<HealthSummary>(HealthSummary.Step);
        services.AddSingleton(new TimelineTexts(typeof(AssessmentsTexts)));
        return services;
    }
}
