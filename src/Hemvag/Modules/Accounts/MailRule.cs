using System.Net.Mail;
using Hemvag.Data;

namespace Hemvag.Modules.Accounts;

/// <summary>What counts as a mail address: something before and something with a dot after one @, no display name.</summary>
internal static class MailRule
{
    private const int Longest = 200;

    /// <exception cref="RefusedException">MailInvalid.</exception>
    public static void Require(string mail, string field)
    {
        var plain = mail.Trim();
        if (plain.Length > Longest || !MailAddress.TryCreate(plain, out var read) || read.Address != plain || !read.Host.Contains('.'))
        {
            throw new RefusedException(AccountRefusals.MailInvalid, field);
        }
    }
}
