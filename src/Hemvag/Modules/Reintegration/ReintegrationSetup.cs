using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Summaries;
using Hemvag.Modules.Money.Payments;
using Hemvag.Modules.Reintegration.Plans;
using Hemvag.Modules.Reintegration.Summaries;

namespace Hemvag.Modules.Reintegration;

internal static class ReintegrationSetup
{
    public static IServiceCollection AddHemvagReintegration(this IServiceCollection services)
    {
        services.AddScoped<PlanDrafting>();
        services.AddScoped<PlanAgreeing>();
        services.AddScoped<PlanQueries>();
        services.AddScoped<PlanDesk>();
        services.AddScoped<IGate, PlanDrawnUpGate>();
        services.AddScoped<IGate, PlanAgreedGate>();
        services.AddScoped<IReactTo<MilestoneReached>, AskOfficeForItsYes>();
        services.AddScoped<IKnowsPlanItems, PlanItemsOfPayments>();
        services.AddStepSummary<PlanSummary>(PlanSummary.Step);
        services.AddSingleton(new TimelineTexts(typeof(ReintegrationTexts)));
        return services;
    }
}
