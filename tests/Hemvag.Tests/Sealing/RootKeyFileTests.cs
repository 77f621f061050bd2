using Hemvag.Sealing;
using Shouldly;
using Xunit;
using static Hemvag.Tests.Sealing.SampleCertificates;

namespace Hemvag.Tests.Sealing;

public sealed class RootKeyFileTests : IDisposable
{
    private readonly KeyFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Demo_keys_come_back_and_are_marked()
    {
        RootKeyFile.CreateDemo(folder.Path, TimeProvider.System);

        var keys = RootKeyFile.Load(folder.Path, decryptWith: null, allowUnprotected: true);

        keys.IsDemo.ShouldBeTrue();
        keys.CurrentVersion.ShouldBe(1);
        ShouldHoldThreeDifferentKeys(keys.For(1));
    }

    [Fact]
    public void Production_refuses_demo_keys()
    {
        RootKeyFile.CreateDemo(folder.Path, TimeProvider.System);

        Should.Throw<RootKeyException>(() => RootKeyFile.Load(folder.Path, Working, allowUnprotected: false)).Message.ShouldContain("unprotected");
    }

    [Fact]
    public void Unprotected_keys_can_not_pass_as_protected()
    {
        RootKeyFile.CreateDemo(folder.Path, TimeProvider.System);
        var thumbprint = Working.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256);
        Replace("\"demo\": true", "\"demo\": false");
        Replace("\"recipients\": []", $"\"recipients\": [\"{thumbprint}\", \"{thumbprint}\"]");

        Should.Throw<RootKeyException>(() => RootKeyFile.Load(folder.Path, Working, allowUnprotected: false));
    }

    [Fact]
    public void Protected_keys_open_with_the_working_certificate_and_hold_no_plain_key()
    {
        RootKeyFile.CreateProtected(folder.Path, PublicPart(Working), PublicPart(Recovery), TimeProvider.System);

        var keys = RootKeyFile.Load(folder.Path, Working, allowUnprotected: false);

        keys.IsDemo.ShouldBeFalse();
        ShouldHoldThreeDifferentKeys(keys.For(1));
        File.ReadAllText(folder.File).ShouldNotContain(Convert.ToBase64String(keys.For(1).Wrapping));
    }

    [Fact]
    public void Recovery_with_the_offline_certificate_opens_what_was_sealed()
    {
        RootKeyFile.CreateProtected(folder.Path, PublicPart(Working), PublicPart(Recovery), TimeProvider.System);
        var caseKey = KeyWrapping.NewCaseKey();
        var wrapped = KeyWrapping.Wrap(
            RootKeyFile.Load(folder.Path, Working, allowUnprotected: false),
            SealingSamples.CaseId,
            Compartment.Identity,
            caseKey
        );
        var envelope = RecordCipher.Seal(caseKey, SealingSamples.KeyId, SealingSamples.Address, "hem"u8);

        // The working certificate is lost: only the folder, the database rows and the offline pair are left.
        var recovered = RootKeyFile.Load(folder.Path, Recovery, allowUnprotected: false);

        var key = KeyWrapping.Unwrap(recovered, SealingSamples.CaseId, Compartment.Identity, wrapped);
        RecordCipher.Open(key, SealingSamples.Address, envelope).ShouldBe("hem"u8.ToArray());
    }

    [Fact]
    public void Others_certificates_and_public_parts_open_nothing()
    {
        RootKeyFile.CreateProtected(folder.Path, Working, Recovery, TimeProvider.System);

        Should.Throw<RootKeyException>(() => RootKeyFile.Load(folder.Path, Stranger, allowUnprotected: false));
        Should.Throw<RootKeyException>(() => RootKeyFile.Load(folder.Path, PublicPart(Working), allowUnprotected: false));
        Should.Throw<RootKeyException>(() => RootKeyFile.Load(folder.Path, decryptWith: null, allowUnprotected: true));
    }

    [Fact]
    public void Rotation_adds_a_version_and_keeps_the_old()
    {
        RootKeyFile.CreateProtected(folder.Path, Working, Recovery, TimeProvider.System);
        var before = RootKeyFile.Load(folder.Path, Working, allowUnprotected: false).For(1).Wrapping.ToArray();

        RootKeyFile.AddVersion(folder.Path, PublicPart(Working), PublicPart(Recovery), TimeProvider.System).ShouldBe(2);

        foreach (var certificate in new[] { Working, Recovery })
        {
            var after = RootKeyFile.Load(folder.Path, certificate, allowUnprotected: false);
            after.CurrentVersion.ShouldBe(2);
            after.For(1).Wrapping.ToArray().ShouldBe(before);
            after.For(2).Wrapping.ToArray().ShouldNotBe(before);
            Should.Throw<RootKeyException>(() => after.For(3).Wrapping.Length);
            Should.Throw<RootKeyException>(() => after.For(0).Wrapping.Length);
        }
    }

    [Fact]
    public void Rotation_with_other_certificates_is_refused()
    {
        RootKeyFile.CreateProtected(folder.Path, Working, Recovery, TimeProvider.System);

        Should.Throw<RootKeyException>(() => RootKeyFile.AddVersion(folder.Path, Stranger, Recovery, TimeProvider.System));
        Should.Throw<RootKeyException>(() => RootKeyFile.AddVersion(folder.Path, TimeProvider.System));
    }

    [Fact]
    public void Keys_are_never_overwritten()
    {
        RootKeyFile.CreateDemo(folder.Path, TimeProvider.System);
        var before = File.ReadAllText(folder.File);

        Should.Throw<RootKeyException>(() => RootKeyFile.CreateDemo(folder.Path, TimeProvider.System));
        Should.Throw<RootKeyException>(() => RootKeyFile.CreateProtected(folder.Path, Working, Recovery, TimeProvider.System));
        File.ReadAllText(folder.File).ShouldBe(before);
    }

    [Fact]
    public void The_recovery_pair_must_be_another_and_strong_enough()
    {
        using var weak = Create("weak", 2048);

        Should.Throw<RootKeyException>(() => RootKeyFile.CreateProtected(folder.Path, Working, Working, TimeProvider.System));
        Should.Throw<RootKeyException>(() => RootKeyFile.CreateProtected(folder.Path, weak, Recovery, TimeProvider.System));
        RootKeyFile.Exists(folder.Path).ShouldBeFalse();
    }

    [Fact]
    public void A_missing_file_is_said() =>
        Should
            .Throw<RootKeyException>(() => RootKeyFile.Load(folder.Path, decryptWith: null, allowUnprotected: true))
            .Message.ShouldContain("holds no root-keys.json");

    [Fact]
    public void Every_changed_character_of_a_key_is_noticed()
    {
        RootKeyFile.CreateDemo(folder.Path, TimeProvider.System);
        var text = File.ReadAllText(folder.File);
        var start = text.IndexOf("\"wrapping\": \"", StringComparison.Ordinal) + "\"wrapping\": \"".Length;
        for (var at = start; at < start + 90; at++)
        {
            File.WriteAllText(folder.File, text[..at] + (text[at] == 'A' ? 'B' : 'A') + text[(at + 1)..]);
            Should.Throw<RootKeyException>(() => RootKeyFile.Load(folder.Path, decryptWith: null, allowUnprotected: true), $"character {at}");
        }
    }

    [Fact]
    public void A_damaged_protected_key_never_opens_as_another_key()
    {
        RootKeyFile.CreateProtected(folder.Path, Working, Recovery, TimeProvider.System);
        var tokens = RootKeyFile.Load(folder.Path, Working, allowUnprotected: false).For(1).Tokens.ToArray();
        var text = File.ReadAllText(folder.File);
        var start = text.IndexOf("\"tokens\": \"", StringComparison.Ordinal) + "\"tokens\": \"".Length;
        var opened = 0;
        var refused = 0;
        for (var at = start; at < text.IndexOf('"', start); at += 13)
        {
            File.WriteAllText(folder.File, text[..at] + (text[at] == 'A' ? 'B' : 'A') + text[(at + 1)..]);
            try
            {
                RootKeyFile.Load(folder.Path, Working, allowUnprotected: false).For(1).Tokens.ToArray().ShouldBe(tokens, $"character {at}");
                opened++;
            }
            catch (RootKeyException)
            {
                refused++;
            }
        }
        refused.ShouldBeGreaterThan(10);
        // The copy for the recovery certificate stands in the same bytes; damage there does not touch this one.
        opened.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"format":1,"demo":true,"recipients":[],"versions":[]}""")]
    [InlineData("""{"format":1,"demo":true,"recipients":null,"versions":null}""")]
    [InlineData("""{"format":2,"demo":true,"recipients":[],"versions":[]}""")]
    [InlineData(
        """{"format":1,"demo":true,"recipients":[],"versions":[{"version":1,"created":"2026-01-01T00:00:00Z","wrapping":"","tokens":"?","chain":""}]}"""
    )]
    public void A_damaged_file_is_refused(string content)
    {
        File.WriteAllText(folder.File, content);

        Should.Throw<RootKeyException>(() => RootKeyFile.Load(folder.Path, decryptWith: null, allowUnprotected: true));
    }

    [Fact]
    public void Only_the_owner_can_read_and_nothing_is_left_behind()
    {
        var path = Path.Combine(folder.Path, "new", "keys");

        RootKeyFile.CreateDemo(path, TimeProvider.System);
        RootKeyFile.AddVersion(path, TimeProvider.System);

        Directory.GetFiles(path).ShouldHaveSingleItem();
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(Path.Combine(path, RootKeyFile.FileName)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private void Replace(string old, string @new)
    {
        var text = File.ReadAllText(folder.File);
        text.ShouldContain(old);
        File.WriteAllText(folder.File, text.Replace(old, @new, StringComparison.Ordinal));
    }

    private static void ShouldHoldThreeDifferentKeys(RootKey key) =>
        new[] { key.Wrapping.ToArray(), key.Tokens.ToArray(), key.Chain.ToArray() }.Select(Convert.ToHexString).Distinct().Count().ShouldBe(3);
}
