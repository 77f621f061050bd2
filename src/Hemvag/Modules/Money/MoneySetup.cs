using Hemvag.Auditing.Verification;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Documents;
using Hemvag.Modules.Cases.Moving;
using Hemvag.Modules.Money.Entitlements;
using Hemvag.Modules.Money.Ledger;
using Hemvag.Modules.Money.Payments;

namespace Hemvag.Modules.Money;

internal static class MoneySetup
{
    public static IServiceCollection AddHemvagMoney(this IServiceCollection services)
    {
        LedgerConstraints.Explain();
        services.AddScoped<EntitlementOpening>();
        services.AddScoped<PaymentRequests>();
        services.AddScoped<PaymentApprovals>();
        services.AddScoped<PaymentPayouts>();
        services.AddScoped<MoneyQueries>();
        services.AddScoped<MoneyDesk>();
        services.AddScoped<PaymentWords>();
        services.AddScoped<IReactTo<ChildEntitlementStands>, ChildLinesFollowDecision>();
        services.AddScoped<IKnowsFiles, PaymentReceipts>();
        services.AddSingleton(new TimelineTexts(typeof(MoneyTexts)));
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
}
