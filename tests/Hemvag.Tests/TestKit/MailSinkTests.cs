using System.Net.Mail;
using Hemvag.TestKit.Mails;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.TestKit;

public sealed class MailSinkTests
{
    [Fact]
    public async Task A_mail_that_was_sent_can_be_read()
    {
        Assert.SkipWhen(MailSink.WhyNot is not null, MailSink.WhyNot ?? "");
        var address = MailSink.NewAddress("asa");
        var server = MailSink.Address!.Split(':');
        using var smtp = new SmtpClient(server[0], int.Parse(server[1]));
        using var mail = new MailMessage("hemvag@example.org", address, "Något väntar", "Öppna Hemväg.");

        await smtp.SendMailAsync(mail, TestContext.Current.CancellationToken);

        var sunk = (await MailSink.WaitForAsync(address)).ShouldHaveSingleItem();
        sunk.Subject.ShouldBe("Något väntar");
        sunk.Body.Trim().ShouldBe("Öppna Hemväg.");
    }
}
