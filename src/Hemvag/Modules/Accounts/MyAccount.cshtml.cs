using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Accounts;

/// <summary>One's own account: who one is here, and in which language.</summary>
[ForRoles]
internal sealed class MyAccountModel(AccountQueries accounts, OwnAccount own, IStringLocalizer<ProgrammesTexts> words)
    : AccountPageModel,
        ILoadsForRedisplay
{
    [BindProperty, Required, RegularExpression("^(sv|en)$")]
    public string? Language { get; set; }

    internal AccountView Account { get; private set; } = null!;

    internal IReadOnlyList<Choice> Languages { get; } = [new("sv", "Svenska"), new("en", "English")];

    internal string RoleNames => string.Join(", ", Account.Roles.Order().Select(r => words[$"Role.{r}"].Value));

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Language = Account.Language;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await own.ChooseLanguageAsync(OperationId, Me.Actor, Me.Id, Language!);
        // The choice for this account is meant from now on, also where the header was used before.
        Response.Cookies.Delete(Web.Language.LanguageCookie.Name, new CookieOptions { Path = "/", Secure = true });
        return Redirect("/account");
    }

    public async Task LoadAsync() => Account = await accounts.FindAsync(Me.Id) ?? throw new NotThereException();
}
