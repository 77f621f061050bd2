using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Administration;

/// <summary>The accounts an administrator looks after.</summary>
[ForRoles(Role.Administrator)]
internal sealed class AccountListModel(AccountDesk desk, OrganisationQueries organisations, IStringLocalizer<ProgrammesTexts> words)
    : AccountPageModel
{
    internal sealed record Line(AccountView Account, string Organisation, string Roles, string State, bool WantsRecovery);

    internal IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var lines = new List<Line>();
        var wanting = await desk.WantRecoveryAsync();
        foreach (var account in await desk.ListAsync(Me))
        {
            var roles = string.Join(", ", account.Roles.Order().Select(r => words[$"Role.{r}"].Value));
            lines.Add(
                new Line(
                    account,
                    await organisations.NameAsync(account.OrganisationId),
                    roles,
                    StateOf(account),
                    wanting.Contains(Streams.Account(account.Id))
                )
            );
        }

        Lines = lines;
    }

    /// <summary>The word under <c>State.…</c> in the texts.</summary>
    internal static string StateOf(AccountView account) =>
        account.ClosedAt is not null ? "Closed"
        : !account.HasPassword && account.Passkeys == 0 ? "NoPassword"
        : !account.SecondFactorSet ? "NoSecondFactor"
        : "Active";
}
