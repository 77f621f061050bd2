using Hemvag.Auditing.Verification;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Documents;
using Hemvag.Modules.Cases.Moving;
using Hemvag.Modules.Cases.Summaries;
using Hemvag.Modules.Reintegration.Entitlements;
using Hemvag.Modules.Reintegration.Ledger;
using Hemvag.Modules.Reintegration.Payments;
using Hemvag.Modules.Reintegration.Plans;
using Hemvag.Modules.Reintegration.Summaries;

namespace Hemvag.Modules.Reintegration;

internal static class ReintegrationSetup
{
    public static IServiceCollection AddHemvagReintegration(this IServiceCollection services)
    {
        LedgerConstraints.Explain();
        AddPlan(services);
        services.AddScoped<EntitlementOpening>();
        services.AddScoped<PaymentRequests>();
        services.AddScoped<PaymentApprovals>();
        services.AddScoped<PaymentPayouts>();
        services.AddScoped<MoneyQueries>();
        services.AddScoped<MoneyDesk>();
        services.AddScoped<PaymentWords>();
        services.AddScoped<IReactTo<ChildEntitlementStands>, ChildLinesFollowDecision>();
        services.AddScoped<IKnowsFiles, PaymentReceipts>();
        services.AddStepSummary<PlanSummary>(PlanSummary.Step);
        services.AddSingleton(new TimelineTexts(typeof(ReintegrationTexts)));
        services.AddScoped<IGate, MoneySettledGate>();
        services.AddScoped<IReactTo<MilestoneReached>, AskToOpenEntitlements>();
        services.AddScoped<IReactTo<ConsentGiven>, AskToOpenEntitlements>();
        services.AddScoped<IReactTo<MilestoneDateCorrected>, InstalmentsFollowArrival>();
        services.AddScoped<IMoneyUnsettled, PaidWithoutReceipt>();
        services.AddScoped<IMoveCheck, LinesFitTheVersion>();
        services.AddScoped<IReactTo<CaseStopped>, HoldPaymentsOnStop>();
        services.AddScoped<IReactTo<ConsentWithdrawn>, HoldPaymentsOnWithdrawal>();
        services.AddScoped<IReactTo<ConsentReplaced>, HoldPaymentsOnWithdrawal>();
        services.AddScoped<IReactTo<ConsentGiven>, HoldPaymentsOnWithdrawal>();
        services.AddScoped<IReactTo<CaseResumed>, HoldPaymentsOnStop>();
        services.AddScoped<IReactTo<SupportEnded>, CancelUnpaidWhenSupportEnds>();
        services.AddScoped<IVerification, MoneyVerification>();
        return services;
    }

    private static void AddPlan(IServiceCollection services)
    {
        services.AddScoped<PlanDrafting>();
        services.AddScoped<PlanAgreeing>();
        services.AddScoped<PlanQueries>();
        services.AddScoped<IGate, PlanDrawnUpGate>();
        services.AddScoped<IGate, PlanAgreedGate>();
        services.AddScoped<IReactTo<MilestoneReached>, AskOfficeForItsYes>();
    }
}
