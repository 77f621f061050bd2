using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Accounts.Links;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Administration;

/// <summary>
/// The command <c>accounts create-admin --mail … --name … --organisation CODE</c>: how the first administrator of an installation
/// comes to be. Prints a link that works once.
/// </summary>
internal sealed class AdministratorCommand(
    AccountRegister accounts,
    OrganisationQueries organisations,
    OrganisationImport import,
    IConfiguration configuration,
    TimeProvider time
)
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int WronglyCalled = 2;

    private const string Usage = "accounts create-admin --mail MAIL --name NAME --organisation CODE [--language sv|en]";

    /// <param name="arguments">What follows the word <c>accounts</c>.</param>
    /// <returns>0 done, 1 refused with a sentence, 2 wrongly called.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output)
    {
        var options = Options(arguments);
        if (arguments is not ["create-admin", ..] || options is not { } given || given.Mail is null || given.Name is null || given.Code is null)
        {
            await output.WriteLineAsync(Usage);
            return WronglyCalled;
        }

        await import.RunAsync();
        if (await organisations.FindByCodeAsync(given.Code) is not { } organisation)
        {
            await output.WriteLineAsync($"There is no organisation with the code {given.Code}.");
            return Refused;
        }

        try
        {
            var (_, token) = await accounts.CreateAsync(
                Guid.CreateVersion7(time.GetUtcNow()),
                Actor.System("create-admin"),
                new NewAccount(given.Mail, given.Name, organisation.Id, given.Language, [Role.Administrator])
            );
            await output.WriteLineAsync(
                $"The account is made. Open this link within 72 hours: {LinkTokens.Address(configuration["Smtp:Address"] ?? "http://localhost:5080", token!)}"
            );
            return Done;
        }
        catch (RefusedException refused)
        {
            await output.WriteLineAsync($"Nothing was made: {refused.Refusal.Name}.");
            return Refused;
        }
    }

    private static (string? Mail, string? Name, string? Code, string Language)? Options(IReadOnlyList<string> arguments)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 1; i < arguments.Count; i += 2)
        {
            if (i + 1 >= arguments.Count || arguments[i] is not ("--mail" or "--name" or "--organisation" or "--language"))
            {
                return null;
            }

            given[arguments[i]] = arguments[i + 1];
        }

        return (
            given.GetValueOrDefault("--mail"),
            given.GetValueOrDefault("--name"),
            given.GetValueOrDefault("--organisation"),
            given.GetValueOrDefault("--language", "sv")
        );
    }
}
