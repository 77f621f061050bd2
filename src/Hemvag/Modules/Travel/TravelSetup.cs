using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Moving;
using Hemvag.Modules.Cases.Summaries;
using Hemvag.Modules.Travel.Arrangements;
using Hemvag.Modules.Travel.Journeys;
using Hemvag.Modules.Travel.Milestones;
using Hemvag.Modules.Travel.Office;
using Hemvag.Modules.Travel.Summaries;
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
        services.AddStepSummary<TravelSummary>(TravelSummary.Step);
        services.AddSingleton(new TimelineTexts(typeof(TravelTexts)));
        return services;
    }
}
