using Hemvag.Jobs;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Summaries;
using Hemvag.Modules.FollowUp.Contacts;
using Hemvag.Modules.FollowUp.Ending;
using Hemvag.Modules.FollowUp.Evaluations;
using Hemvag.Modules.FollowUp.Notes;
using Hemvag.Modules.FollowUp.Summaries;

namespace Hemvag.Modules.FollowUp;

internal static class FollowUpSetup
{
    public static IServiceCollection AddHemvagFollowUp(this IServiceCollection services)
    {
        services.AddScoped<ContactQueries>();
        services.AddScoped<ProgressNoteQueries>();
        services.AddScoped<ContactPlanning>();
        services.AddScoped<ContactRecording>();
        services.AddScoped<ProgressNotes>();
        services.AddScoped<FollowUpEnding>();
        services.AddScoped<IReactTo<MilestoneReached>, PlanOnArrival>();
        services.AddScoped<IReactTo<MilestoneTakenBack>, PlanOnArrival>();
        services.AddScoped<IReactTo<MilestoneDateCorrected>, ContactsFollowArrival>();
        services.AddScoped<IReactTo<SupportEnded>, CancelOnSupportEnded>();
        services.AddScoped<IReactTo<ConsentWithdrawn>, CancelOnConsentWithdrawn>();
        services.AddScoped<Evaluating>();
        services.AddScoped<IReactTo<CaseMovedToProgramme>, FollowTheVersion>();
        services.AddScoped<IGate, FollowUpDoneGate>();
        services.AddScoped<IGate, EvaluatedGate>();
        services.AddScoped<IJobHandler, AskForContact>();
        services.AddScoped<IJobHandler, ChaseMissedContact>();
        services.AddStepSummary<FollowUpSummary>(FollowUpSummary.Step);
        services.AddSingleton(new TimelineTexts(typeof(FollowUpTexts)));
        return services;
    }
}
