using Hemvag.Commands;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Administration;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web;

namespace Hemvag;

/// <summary>The command line: run (also without a word), migrate, verify, keys, accounts, programmes.</summary>
internal sealed class Program
{
    private static async Task<int> Main(string[] args)
    {
        try
        {
            return args switch
            {
                ["keys", .. var rest] => new KeyCommands(TimeProvider.System, Console.Out).Run(rest),
                ["programmes", .. var rest] => ProgrammesCommand.Run(rest, Console.Out, Console.Error),
                ["migrate", .. var rest] => await MigrateCommand.RunAsync(
                    Installation.Read(Configuration(rest)),
                    Console.Out,
                    CancellationToken.None
                ),
                ["verify", .. var rest] => await VerifyAsync(rest),
                ["accounts", .. var rest] => await CreateAdministratorAsync(rest),
                ["run", .. var rest] => await RunAsync(rest),
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
        var app = Application.Build(Flags(args));
        await Start.PrepareAsync(app);
        app.UseHemvagWeb();
        app.UseHemvagAccounts();
        await app.RunAsync();
        return 0;
    }

    private static async Task<int> VerifyAsync(string[] args)
    {
        await using var provider = Provider(args, onlyVerifies: true);
        return await VerifyCommand.RunAsync(provider, Console.Out, CancellationToken.None);
    }

    private static async Task<int> CreateAdministratorAsync(string[] args)
    {
        await using var provider = Provider(args);
        return await ActivatorUtilities.CreateInstance<AdministratorCommand>(provider).RunAsync(args, Console.Out);
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
