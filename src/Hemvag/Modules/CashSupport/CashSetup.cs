using Hemvag.Auditing.Verification;
using Hemvag.Jobs;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Summaries;
using Hemvag.Modules.CashSupport.Bulk;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Modules.CashSupport.Desk;
using Hemvag.Modules.CashSupport.Ending;
using Hemvag.Modules.CashSupport.Import;
using Hemvag.Modules.CashSupport.Paying;
using Hemvag.Modules.CashSupport.Receiving;
using Hemvag.Modules.CashSupport.Recovery;
using Hemvag.Modules.CashSupport.Summaries;

namespace Hemvag.Modules.CashSupport;

internal static class CashSetup
{
    public static IServiceCollection AddHemvagCashSupport(this IServiceCollection services)
    {
        CashMapping.Explain();
        CashRecoveryMapping.Explain();
        services.AddScoped<CashDecisions>();
        services.AddScoped<DecisionChecks>();
        services.AddScoped<CashTokens>();
        services.AddScoped<CashClaiming>();
        services.AddScoped<CashQueries>();
        services.AddScoped<FamilyNames>();
        services.AddScoped<CashWords>();
        services.AddScoped<CashDeskQueries>();
        services.AddScoped<CombinationCheck>();
        services.AddScoped<ReceiptConfirming>();
        services.AddScoped<Presenting>();
        services.AddScoped<CashPaying>();
        services.AddScoped<CashEndings>();
        services.AddScoped<Recovering>();
        services.AddScoped<ConfirmMany>();
        services.AddScoped<CloseMany>();
        services.AddHemvagCashImport();
        services.AddScoped<IReactTo<CaseClosed>, FreeWhatWasNotPaid>();
        services.AddScoped<IJobHandler, ChaseUnclaimed>();
        services.AddScoped<IVerification, CashVerification>();
        services.AddStepSummary<CashSummary>(CashSummary.Step);
        services.AddSingleton(new TimelineTexts(typeof(CashTexts)));
        return services;
    }
}
