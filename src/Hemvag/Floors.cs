using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Demo;
using Hemvag.Jobs;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Administration;
using Hemvag.Modules.Applications;
using Hemvag.Modules.Assessments;
using Hemvag.Modules.Cases;
using Hemvag.Modules.CashSupport;
using Hemvag.Modules.Children;
using Hemvag.Modules.Consultations;
using Hemvag.Modules.FollowUp;
using Hemvag.Modules.Helpline;
using Hemvag.Modules.Justice;
using Hemvag.Modules.Matching;
using Hemvag.Modules.Money;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Reintegration;
using Hemvag.Modules.Retention;
using Hemvag.Modules.Today;
using Hemvag.Modules.Trail;
using Hemvag.Modules.Travel;
using Hemvag.Modules.Versions;
using Hemvag.Sealing;
using Hemvag.Web;

namespace Hemvag;

/// <summary>The modules from the ground up, each by its own registration.</summary>
internal static class Floors
{
    /// <summary>Everything but the web pages and the background work: what the commands need too.</summary>
    /// <param name="onlyVerifies">True for the command <c>verify</c> alone.</param>
    public static void Add(IServiceCollection services, IConfiguration configuration, bool onlyVerifies = false)
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
        services.AddHemvagChildren();
        services.AddHemvagMoney();
        services.AddHemvagAssessments();
        services.AddHemvagApplications();
        services.AddHemvagReintegration();
        services.AddHemvagTravel();
        services.AddHemvagFollowUp();
        services.AddHemvagJustice();
        services.AddHemvagConsultations();
        services.AddHemvagHelpline();
        services.AddHemvagVersions();
        services.AddHemvagCashSupport();
        services.AddHemvagMatching();
        services.AddHemvagRetention(configuration, installation.KeyFolder);
    }
}
