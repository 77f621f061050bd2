using Hemvag.Auditing.Verification;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Documents;
using Hemvag.Modules.Cases.Summaries;
using Hemvag.Modules.Children.Accompanying;
using Hemvag.Modules.Children.Guardians;
using Hemvag.Modules.Children.Minors;
using Hemvag.Modules.Children.Summaries;

namespace Hemvag.Modules.Children;

internal static class ChildrenSetup
{
    public static IServiceCollection AddHemvagChildren(this IServiceCollection services)
    {
        services.AddScoped<ChildQueries>();
        services.AddScoped<ChildKeeping>();
        services.AddScoped<CustodyKeeping>();
        services.AddScoped<DecidingSupport>();
        services.AddScoped<GuardianQueries>();
        services.AddScoped<GuardianKeeping>();
        services.AddScoped<MinorQueries>();
        services.AddScoped<MinorKeeping>();
        services.AddScoped<IKnowsFiles, ChildrenFiles>();
        services.AddScoped<IReactTo<ChildrenTravelAlong>, AddChildrenSpokenOf>();
        services.AddScoped<IReactTo<MatterTaken>, AskAboutChildren>();
        services.AddScoped<IReactTo<MilestoneReached>, AskAboutChildren>();
        services.AddScoped<IReactTo<ReturneeIsMinor>, MarkMinor>();
        services.AddScoped<IReactTo<MatterTaken>, AskAboutMinor>();
        services.AddScoped<IReactTo<MilestoneReached>, AskAboutMinor>();
        services.AddScoped<IReactTo<MilestoneDateCorrected>, AskAboutMinor>();
        services.AddScoped<IReactTo<ConsentGiven>, LookAtGuardiansYes>();
        services.AddScoped<IReactTo<ConsentWithdrawn>, LookAtGuardiansYes>();
        services.AddScoped<IReactTo<ConsentReplaced>, LookAtGuardiansYes>();
        services.AddScoped<IGate, ChildrenConsentedGate>();
        services.AddScoped<IGate, GuardianSignedGate>();
        services.AddScoped<IGate, BestInterestsDecidedGate>();
        services.AddScoped<IGate, ReceivingAuthorityNamedGate>();
        services.AddScoped<IGate, TakingOverConfirmedGate>();
        services.AddScoped<IVerification, ChildrenVerification>();
        services.AddStepSummary<ChildrenSummary>(ChildrenSummary.Step);
        services.AddStepSummary<MinorSummary>(MinorSummary.Step);
        services.AddSingleton(new TimelineTexts(typeof(ChildrenTexts)));
        return services;
    }
}
