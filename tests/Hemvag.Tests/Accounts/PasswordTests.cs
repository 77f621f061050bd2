using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Accounts.Passwords;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Accounts;

public sealed class PasswordTests
{
    [Theory]
    [InlineData("elva tecken", "PasswordTooShort")]
    [InlineData("password1234", "PasswordTooCommon")]
    [InlineData("LÖSENORDET2026!", "PasswordTooCommon")]
    [InlineData("aaaaaaaaaaaaaa", "PasswordTooCommon")]
    [InlineData("abcabcabcabcabc", "PasswordTooCommon")]
    [InlineData("123456789012", "PasswordTooCommon")]
    public void Short_and_common_ones_are_refused(string password, string refusal) =>
        Should.Throw<RefusedException>(() => PasswordRule.Require(password, "Password")).Refusal.Name.ShouldBe(refusal);

    [Theory]
    [InlineData("fyra lugna gröna kopparkannor")]
    [InlineData("ничего особенного")]
    public void Long_uncommon_ones_are_fine_whatever_their_characters(string password) =>
        Should.NotThrow(() => PasswordRule.Require(password, "Password"));

    [Fact]
    public async Task The_one_time_code_works_once_for_a_day_and_for_its_account_alone()
    {
        await using var app = await AccountsApp.StartAsync();
        var organisation = await app.Services.GetRequiredService<OrganisationQueries>().FindByCodeAsync("vast");
        var (id, code) = await app.Register.CreateAsync(
            app.NewId(),
            AccountsApp.Tester,
            new NewAccount(AccountsApp.Mail, "Vera Sandell", organisation!.Id, "sv", [Role.Auditor])
        );
        using var client = app.NewClient();
        var form = (await client.GetAsync("/set-password")).Form("[name=Code]").Fill("Mail", AccountsApp.Mail).Fill("Password", AccountsApp.Password);
        (await form.Fill("Code", PasswordCode.New()).SubmitAsync()).ShouldRefuse("PasswordCodeRefused");
        (await form.Fill("Code", code!.ToLowerInvariant()).Fill("Password", "password1234").SubmitAsync()).ShouldRefuse("PasswordTooCommon");
        var right = form.Fill("Password", AccountsApp.Password);
        (await right.SubmitOnceAsync()).RedirectsTo.ShouldBe("/sign-in");

        using var again = app.NewClient();
        var second = (await again.GetAsync("/set-password")).Form("[name=Code]").Fill("Mail", AccountsApp.Mail);
        (await second.Fill("Password", AccountsApp.Password).Fill("Code", code).SubmitAsync()).ShouldRefuse("PasswordCodeRefused");

        var late = await app.Register.IssuePasswordCodeAsync(app.NewId(), AccountsApp.Tester, id);
        app.Time.Advance(TimeSpan.FromHours(25));
        (await second.Fill("Code", late!).SubmitAsync()).ShouldRefuse("PasswordCodeRefused");
    }
}
