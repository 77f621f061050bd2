namespace Hemvag.Jobs;

internal static class JobSetup
{
    public static IServiceCollection AddHemvagJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection("Smtp").Get<SmtpOptions>() ?? new SmtpOptions());
        services.AddScoped<IJobHandler, NoticeMail>();
        services.AddSingleton<JobRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<JobRunner>());
        services.AddHostedService<CheckpointWriter>();
        services.AddHostedService<RootKeyWatch>();
        return services;
    }
}
