using Hemvag.Commands;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Administration;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Today;
using Hemvag.Sealing;
using Hemvag.Web;
using Microsoft.AspNetCore.Connections;
using Microsoft.EntityFrameworkCore;

namespace Hemvag;

/// <summary>The command line: run (also without a word), migrate, verify, keys, erasures, accounts, programmes.</summary>
internal sealed class Program
{
    internal static async Task<int> Main(string[] args)
    {
        try
        {
            return args switch
            {
                ["keys", "rewrap", .. var rest] => await RewrapAsync(rest),
                ["keys", .. var rest] => new KeyCommands(TimeProvider.System, Console.Out, ConfiguredCertificate).Run(rest),
                ["programmes", .. var rest] => ProgrammesCommand.Run(
                    rest,
                    Console.Out,
                    Console.Error,
                    file => VersionCodes.Check(file, OrganisationCatalogue.Load())
                ),
                ["migrate", .. var rest] => await MigrateAsync(rest),
                ["erasures", "apply", .. var rest] => await ApplyErasuresAsync(rest),
                ["verify", .. var rest] => await VerifyAsync(rest),
                ["accounts", .. var rest] => await CreateAdministratorAsync(rest),
                ["run", .. var rest] => await RunAsync(rest),
                [var word, ..] when word.All(char.IsAsciiLetter) => throw new StartRefusedException(
                    $"There is no command «{word}». These are: run, migrate, verify, keys, erasures, accounts, programmes."
                ),
                _ => await RunAsync(args),
            };
        }
        catch (Exception error)
            when (error is RootKeyException or ProgrammeFilesRefusedException or StartRefusedException or AccountsRefusedException)
        {
            // These say in one sentence what is missing; a stack would hide it.
            await Console.Error.WriteLineAsync(error.Message);
            return 2;
        }
    }

    private static async Task<int> RunAsync(string[] args)
    {
        var app = HemvagApplication.Build(Flags(args));
        await Start.PrepareAsync(app);
        app.UseHemvagWeb();
        app.UseHemvagAccounts();
        app.MapHemvagCalendar();
        try
        {
            await app.RunAsync();
        }
        catch (IOException error) when (error.InnerException is AddressInUseException)
        {
            throw new StartRefusedException($"Another program listens there already. {error.Message}");
        }

        return 0;
    }

    private static async Task<int> VerifyAsync(string[] args)
    {
        await using var provider = Provider(args, onlyVerifies: true);
        await RequireDatabaseAsync(provider);
        return await VerifyCommand.RunAsync(provider, Console.Out, Console.Error, CancellationToken.None);
    }

    private static async Task<int> MigrateAsync(string[] args)
    {
        var installation = Installation.Read(Configuration(args));
        var code = await MigrateCommand.RunAsync(installation, Console.Out, CancellationToken.None);
        // The first time there are no keys yet, and nothing was ever erased.
        return code == 0 && ErasuresCommand.IsNeeded(installation) ? await ApplyErasuresAsync(args) : code;
    }

    private static async Task<int> ApplyErasuresAsync(string[] args)
    {
        await using var provider = Provider(args);
        await RequireDatabaseAsync(provider);
        return await ErasuresCommand.RunAsync(provider, Console.Out, CancellationToken.None);
    }

    private static async Task<int> RewrapAsync(string[] args)
    {
        await using var provider = Provider(args);
        await RequireDatabaseAsync(provider);
        return await RewrapCommand.RunAsync(provider, Console.Out, Console.Error, CancellationToken.None);
    }

    // Its password stands in the configuration, never on a command line that others can list.
    private static System.Security.Cryptography.X509Certificates.X509Certificate2? ConfiguredCertificate() =>
        Installation.Certificate(Configuration([]).GetSection("Keys:Certificate"));

    private static async Task<int> CreateAdministratorAsync(string[] args)
    {
        await using var provider = Provider(args);
        await RequireDatabaseAsync(provider);
        return await ActivatorUtilities.CreateInstance<AdministratorCommand>(provider).RunAsync(args, Console.Out);
    }

    private static async Task RequireDatabaseAsync(ServiceProvider provider)
    {
        await using var db = await provider.GetRequiredService<IDbContextFactory<HemvagDbContext>>().CreateDbContextAsync();
        await DatabaseMigration.RequireCurrentAsync(db);
        await using var scope = provider.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<StoredProgrammes>().ReadAsync(CancellationToken.None);
    }

    private static ServiceProvider Provider(string[] args, bool onlyVerifies = false)
    {
        var configuration = Configuration(args);
        var services = new ServiceCollection();
        services.AddSingleton(configuration);
        services.AddLogging();
        services.AddLocalization();
        Floors.Add(services, configuration, onlyVerifies);
        return services.BuildServiceProvider();
    }

    private static IConfiguration Configuration(string[] args) =>
        new ConfigurationBuilder().AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().AddCommandLine(Flags(args)).Build();

    // "--demo" stands alone on the command line; the configuration wants a value.
    private static string[] Flags(string[] args) => [.. args.Select(a => a == "--demo" ? "--demo=true" : a)];
}
