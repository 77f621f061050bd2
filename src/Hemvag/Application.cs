using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Demo;
using Hemvag.Jobs;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Administration;
using Hemvag.Modules.Applications;
using Hemvag.Modules.Assessments;
using Hemvag.Modules.Cases;
using Hemvag.Modules.FollowUp;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Reintegration;
using Hemvag.Modules.Today;
using Hemvag.Modules.Trail;
using Hemvag.Modules.Travel;
using Hemvag.Sealing;
using Hemvag.Web;

namespace Hemvag;

/// <summary>Puts the floors together, from the ground up. Each module registers its own.</summary>
internal static class Application
{
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args });
        // Built assets are found beside the sources too, whatever the environment is called.
        builder.WebHost.UseStaticWebAssets();
        builder.Host.UseDefaultServiceProvider(options =>
        {
            options.ValidateOnBuild = true;
            options.ValidateScopes = true;
        });
        // The framework's own lines hold paths and queries; ours hold operation names and ids.
        builder.Logging.ClearProviders().AddJsonConsole().AddFilter("Microsoft", LogLevel.Warning);
        AddFloors(builder.Services, builder.Configuration);
        builder.Services.AddHemvagJobs(builder.Configuration);
        builder.Services.AddHemvagWeb();
        builder.Services.AddHemvagSignIn(builder.Configuration, new AccountsOptions { Demo = Installation.Read(builder.Configuration).IsDemo });
        builder.Services.AddHemvagToday();
        builder.Services.AddHemvagTrail();
        builder.Services.AddHemvagAdministration();
        builder.Services.AddSingleton<DemoAccounts>();
        return builder.Build();
    }

    /// <summary>Everything but the web pages and the background work: what the commands need too.</summary>
    /// <param name="onlyVerifies">True for the command <c>verify</c> alone.</param>
    public static void AddFloors(IServiceCollection services, IConfiguration configuration, bool onlyVerifies = false)
    {
        var installation = Installation.Read(configuration);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(installation);
        services.AddSingleton(provider => installation.LoadKeys(configuration, provider.GetRequiredService<TimeProvider>(), onlyVerifies));
        services.AddHemvagData(installation.Database);
        services.AddHemvagAuditing(installation.CheckpointPath);
        services.AddHemvagProgrammes();
        services.AddHemvagOrganisations();
        services.AddHemvagAccounts(new AccountsOptions { Demo = installation.IsDemo });
        services.AddHemvagCases(configuration);
        services.AddHemvagAssessments();
        services.AddHemvagApplications();
        services.AddHemvagReintegration();
        services.AddHemvagTravel();
        services.AddHemvagFollowUp();
    }
}
