namespace Hemvag.Modules.Cases.Summaries;

internal static class SummariesSetup
{
    /// <summary>Registers a step and the one who answers for what it says.</summary>
    public static IServiceCollection AddStepSummary<TSummary>(this IServiceCollection services, SummaryStep step)
        where TSummary : class, IStepSummary
    {
        services.AddSingleton(step);
        services.AddKeyedScoped<IStepSummary, TSummary>(step.Name);
        return services;
    }

    public static IServiceCollection AddHemvagSummaries(this IServiceCollection services)
    {
        services.AddScoped<SummaryPrinting>();
        services.AddScoped<FormSummary>();
        services.AddStepSummary<MatterSummary>(MatterSummary.Step);
        services.AddStepSummary<PersonSummary>(PersonSummary.Step);
        services.AddStepSummary<ConsentSummary>(ConsentSummary.Step);
        services.AddStepSummary<ClosingSummary>(ClosingSummary.Step);
        return services;
    }
}
