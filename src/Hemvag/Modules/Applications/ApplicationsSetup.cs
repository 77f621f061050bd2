using Hemvag.Jobs;
using Hemvag.Modules.Applications.Certificates;
using Hemvag.Modules.Applications.Filling;
using Hemvag.Modules.Applications.Referrals;
using Hemvag.Modules.Applications.Signing;
using Hemvag.Modules.Applications.Summaries;
using Hemvag.Modules.Applications.Support;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Documents;
using Hemvag.Modules.Cases.Summaries;

namespace Hemvag.Modules.Applications;

internal static class ApplicationsSetup
{
    public static IServiceCollection AddHemvagApplications(this IServiceCollection services)
    {
        services.AddScoped<ApplicationSigning>();
        services.AddScoped<CertificateRecording>();
        services.AddScoped<ReferralService>();
        services.AddScoped<SupportService>();
        services.AddScoped<ApplicationQueries>();
        services.AddScoped<ReferralQueries>();
        services.AddScoped<IKnowsFiles, CertificateSheets>();
        services.AddScoped<IGate, ApplicationSignedGate>();
        services.AddScoped<IGate, VoluntarinessCertifiedGate>();
        services.AddScoped<IGate, ReceiptConfirmedGate>();
        services.AddScoped<IGate, SupportAvailableGate>();
        services.AddScoped<IJobHandler, ChaseReferral>();
        services.AddScoped<IReactTo<PastMilestoneRecorded>, EarlierReferral>();
        services.AddScoped<IReactTo<ConsentGiven>, EarlierReferral>();
        services.AddStepSummary<ApplicationSummary>(ApplicationSummary.Step);
        services.AddStepSummary<ReferralSummary>(ReferralSummary.Step);
        services.AddSingleton(new TimelineTexts(typeof(ApplicationsTexts)));
        return services;
    }
}
