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
using Hemvag.Modules.Retention;
using Hemvag.Modules.Today;
using Hemvag.Modules.Trail;
using Hemvag.Modules.Travel;
using Hemvag.Sealing;
using Hemvag.Web;
using Microsoft.AspNetCore.HostFiltering;

namespace Hemvag;

/// <summary>Puts the floors together, from the ground up. Each module registers its own.</summary>
internal static class HemvagApplication
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
        // The framework's English page says no more than the status.
        builder.Services.Configure<HostFilteringOptions>(options => options.IncludeFailureMessage = false);
        if (Installation.Read(builder.Configuration).IsDemo)
        {
            // Elsewhere the setting AllowedHosts says it; the demo is for this machine alone, under none but its own names.
            builder.Services.Configure<HostFilteringOptions>(options => options.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"]);
        }

        Floors.Add(builder.Services, builder.Configuration);
        builder.Services.AddHemvagJobs(builder.Configuration);
        builder.Services.AddHemvagWeb();
        builder.Services.AddHemvagSignIn(builder.Configuration, new AccountsOptions { Demo = Installation.Read(builder.Configuration).IsDemo });
        builder.Services.AddHemvagToday();
        builder.Services.AddHemvagTrail();
        builder.Services.AddHemvagAdministration();
        builder.Services.AddHostedService<ErasureSync>();
        builder.Services.AddHostedService<ProgrammeWatch>();
        builder.Services.AddSingleton<DemoAccounts>();
        return builder.Build();
    }
}
