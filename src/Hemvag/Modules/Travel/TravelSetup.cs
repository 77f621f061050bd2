using Hemvag.Jobs;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Documents;
using Hemvag.Modules.Cases.Moving;
using Hemvag.Modules.Cases.Summaries;
using Hemvag.Modules.Travel.Arrangements;
using Hemvag.Modules.Travel.Checks;
using Hemvag.Modules.Travel.Costs;
using Hemvag.Modules.Travel.Journeys;
using Hemvag.Modules.Travel.Legs;
using Hemvag.Modules.Travel.Milestones;
using Hemvag.Modules.Travel.Office;
using Hemvag.Modules.Travel.Packages;
using Hemvag.Modules.Travel.Papers;
using Hemvag.Modules.Travel.Summaries;
using Hemvag.Modules.Travel.TravelDay;
using Hemvag.Modules.Travel.Will;

namespace Hemvag.Modules.Travel;

internal static class TravelSetup
{
    public static IServiceCollection AddHemvagTravel(this IServiceCollection services)
    {
        services.AddScoped<OfficeNaming>();
        services.AddScoped<OfficeReading>();
        services.AddScoped<JourneyReading>();
        services.AddScoped<Arranging>();
        services.AddScoped<ArrangementReading>();
        services.AddScoped<JourneyPlanning>();
        services.AddScoped<WillAsking>();
        services.AddScoped<TravelMilestones>();
        services.AddScoped<TravelQueries>();
        services.AddScoped<SealedTravel>();
        services.AddScoped<IMoveCheck, ArrangementsFitTheVersion>();
        services.AddScoped<LegKeeping>();
        services.AddScoped<LegReading>();
        services.AddScoped<TravelChecking>();
        services.AddScoped<CheckReading>();
        services.AddScoped<PaperKeeping>();
        services.AddScoped<PaperReading>();
        services.AddScoped<EmbassyKeeping>();
        services.AddScoped<IJobHandler, PaperWatch>();
        services.AddScoped<TravelSpending>();
        services.AddScoped<TravelCostQueries>();
        services.AddScoped<SpendingQueries>();
        services.AddScoped<IKnowsFiles, TravelInvoices>();
        services.AddScoped<PackageKeeping>();
        services.AddScoped<PackageReading>();
        services.AddScoped<PackageContent>();
        services.AddScoped<PackageWindows>();
        services.AddScoped<IJobHandler, PackageWatch>();
        services.AddScoped<IReactTo<CaseClosed>, RevokePackages>();
        services.AddScoped<IReactTo<ConsentWithdrawn>, RevokePackages>();
        services.AddScoped<DutyRoster>();
        services.AddScoped<TravelDayTaps>();
        services.AddScoped<NotSo>();
        services.AddScoped<TravelDayReading>();
        services.AddScoped<IJobHandler, SilenceWatch>();
        services.AddScoped<IJobHandler, DutyBegins>();
        services.AddScoped<IReactTo<CaseStopped>, OnTheWay>();
        services.AddScoped<IReactTo<CaseResumed>, OnTheWay>();
        services.AddScoped<IReactTo<MilestoneReached>, OnTheWay>();
        services.AddScoped<IGate, TravelChecksGate>();
        services.AddScoped<IGate, ArrangementsDecidedGate>();
        services.AddScoped<IGate, ArrangementsConfirmedGate>();
        services.AddScoped<IGate, WillReconfirmedGate>();
        services.AddScoped<IGate, WillReconfirmedOnTravelDayGate>();
        services.AddScoped<IGate, NothingBookedGate>();
        services.AddScoped<IReactTo<CaseStopped>, HoldBookings>();
        services.AddScoped<IReactTo<ConsentWithdrawn>, TakeBackFromOffice>();
        services.AddScoped<IReactTo<ConsentReplaced>, TakeBackFromOffice>();
        services.AddScoped<IReactTo<CaseResumed>, TakeBackFromOffice>();
        services.AddScoped<IReactTo<ConsentWithdrawn>, HoldBookingsOnWithdrawal>();
        services.AddScoped<IReactTo<ConsentReplaced>, HoldBookingsOnWithdrawal>();
        services.AddScoped<IReactTo<ConsentGiven>, HoldBookingsOnWithdrawal>();
        services.AddScoped<IReactTo<CaseClosed>, CancelBookings>();
        services.AddScoped<IReactTo<CaseClosed>, CancelLegs>();
        services.AddScoped<JourneyParts>();
        services.AddStepSummary<TravelSummary>(TravelSummary.Step);
        services.AddSingleton(new TimelineTexts(typeof(TravelTexts)));
        return services;
    }
}
