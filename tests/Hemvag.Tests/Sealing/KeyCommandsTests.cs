using System.Security.Cryptography.X509Certificates;
using Hemvag.Sealing;
using Shouldly;
using Xunit;
using static Hemvag.Tests.Sealing.SampleCertificates;

namespace Hemvag.Tests.Sealing;

public sealed class KeyCommandsTests : IDisposable
{
    private readonly KeyFolder folder = new();
    private readonly StringWriter output = new();
    private X509Certificate2? opener;
    private readonly string working;
    private readonly string recovery;
    private readonly string keys;

    public KeyCommandsTests()
    {
        working = Path.Combine(folder.Path, "working.cer");
        recovery = Path.Combine(folder.Path, "offline.pem");
        keys = Path.Combine(folder.Path, "keys");
        File.WriteAllBytes(working, Working.RawData);
        File.WriteAllText(recovery, Recovery.ExportCertificatePem());
    }

    public void Dispose()
    {
        output.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void New_makes_protected_keys_and_rotate_adds_a_version()
    {
        Run("new", "--folder", keys, "--certificate", working, "--recovery", recovery).ShouldBe(KeyCommands.Done);
        Run("rotate", "--folder", keys, "--certificate", working, "--recovery", recovery).ShouldBe(KeyCommands.Done);

        RootKeyFile.Load(keys, Working, allowUnprotected: false).CurrentVersion.ShouldBe(2);
        output.ToString().ShouldContain("Root keys of version 2 are added");
    }

    [Fact]
    public void A_second_new_is_refused_with_a_sentence()
    {
        Run("new", "--folder", keys, "--certificate", working, "--recovery", recovery);

        Run("new", "--folder", keys, "--certificate", working, "--recovery", recovery).ShouldBe(KeyCommands.Refused);

        output.ToString().ShouldContain("never overwritten");
    }

    [Fact]
    public void A_demos_keys_rotate_without_certificates()
    {
        RootKeyFile.CreateDemo(keys, TimeProvider.System);

        Run("rotate", "--folder", keys).ShouldBe(KeyCommands.Done);

        RootKeyFile.Load(keys, decryptWith: null, allowUnprotected: true).CurrentVersion.ShouldBe(2);
    }

    [Fact]
    public void New_certificates_open_the_same_keys_and_the_old_ones_no_more()
    {
        Run("new", "--folder", keys, "--certificate", working, "--recovery", recovery);
        Run("rotate", "--folder", keys, "--certificate", working, "--recovery", recovery);
        var before = RootKeyFile.Load(keys, Working, allowUnprotected: false);
        var next = Path.Combine(folder.Path, "next.cer");
        File.WriteAllBytes(next, Stranger.RawData);

        Run("certificates", "--folder", keys, "--certificate", next, "--recovery", recovery).ShouldBe(KeyCommands.Refused);
        output.ToString().ShouldContain("Keys:Certificate");
        opener = X509CertificateLoader.LoadPkcs12(Working.Export(X509ContentType.Pkcs12), password: null);
        Run("certificates", "--folder", keys, "--certificate", next, "--recovery", recovery).ShouldBe(KeyCommands.Done, output.ToString());

        foreach (var certificate in new[] { Stranger, Recovery })
        {
            var after = RootKeyFile.Load(keys, certificate, allowUnprotected: false);
            after.CurrentVersion.ShouldBe(2);
            after.For(1).IsSameAs(before.For(1)).ShouldBeTrue();
            after.For(2).IsSameAs(before.For(2)).ShouldBeTrue();
        }

        Should.Throw<RootKeyException>(() => RootKeyFile.Load(keys, Working, allowUnprotected: false));
    }

    [Fact]
    public void A_demos_keys_take_no_certificates()
    {
        RootKeyFile.CreateDemo(keys, TimeProvider.System);
        opener = X509CertificateLoader.LoadPkcs12(Working.Export(X509ContentType.Pkcs12), password: null);

        Run("certificates", "--folder", keys, "--certificate", working, "--recovery", recovery).ShouldBe(KeyCommands.Refused);

        RootKeyFile.Load(keys, decryptWith: null, allowUnprotected: true).IsDemo.ShouldBeTrue();
    }

    [Fact]
    public void An_unreadable_certificate_is_refused()
    {
        File.WriteAllText(working, "no certificate");

        Run("new", "--folder", keys, "--certificate", working, "--recovery", recovery).ShouldBe(KeyCommands.Refused);
        Run("new", "--folder", keys, "--certificate", keys + ".none", "--recovery", recovery).ShouldBe(KeyCommands.Refused);
        RootKeyFile.Exists(keys).ShouldBeFalse();
    }

    [Theory]
    [InlineData]
    [InlineData("new")]
    [InlineData("new", "--folder", "x")]
    [InlineData("new", "--folder", "x", "--certificate", "y")]
    [InlineData("rotate", "--folder", "x", "--recovery", "y")]
    [InlineData("rotate", "--folder")]
    [InlineData("rotate", "--folder", "x", "--folder", "y")]
    [InlineData("rotate", "--folder", "x", "--force", "y")]
    [InlineData("erase", "--folder", "x")]
    [InlineData("certificates", "--folder", "x")]
    [InlineData("certificates", "--folder", "x", "--certificate", "y")]
    public void Wrongly_called_it_shows_how(params string[] arguments)
    {
        Run(arguments).ShouldBe(KeyCommands.WronglyCalled);

        output.ToString().ShouldContain("keys rotate       --folder");
    }

    private int Run(params string[] arguments) => new KeyCommands(TimeProvider.System, output, () => opener).Run(arguments);
}
