using Hemvag.Data;
using Hemvag.Modules.Accounts.Passwords;
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
}
