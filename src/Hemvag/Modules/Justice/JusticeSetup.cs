using Hemvag.Jobs;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Summaries;
using Hemvag.Modules.Justice.Proceedings;
using Hemvag.Modules.Justice.Summaries;
using Hemvag.Modules.Justice.Telling;
using Hemvag.Modules.Justice.Trials;

namespace Hemvag.Modules.Justice;

internal static class JusticeSetup
{
    public static IServiceCollection AddHemvagJustice(this IServiceCollection services)
    {
        services.AddScoped<JusticeOperations>();
        services.AddScoped<ProceedingQueries>();
        services.AddScoped<ProceedingKeeping>();
        services.AddScoped<ThreadEnding>();
        services.AddScoped<TellingService>();
        services.AddScoped<TrialService>();
        services.AddScoped<JourneyHelping>();
        services.AddScoped<IReactTo<ConsentWithdrawn>, StopTellingWhenWithdrawn>();
        services.AddScoped<IReactTo<ConsentGiven>, SettleWhenYesIsGiven>();
        services.AddScoped<IReactTo<CaseStopped>, HoldJourneysWhenStopped>();
        services.AddScoped<IJobHandler, LookAtTelling>();
        services.AddStepSummary<JusticeSummary>(JusticeSummary.Step);
        services.AddSingleton(new Walled(CaseAction.SeeJustice, JusticeSummary.BehindTheWall));
        services.AddSingleton(new TimelineTexts(typeof(JusticeTexts)));
        return services;
    }
}
