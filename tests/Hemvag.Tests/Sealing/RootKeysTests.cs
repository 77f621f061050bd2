using Hemvag.Sealing;
using Hemvag.TestKit;
using Shouldly;
using Xunit;
using static Hemvag.Tests.Sealing.SampleCertificates;

namespace Hemvag.Tests.Sealing;

/// <summary>Root keys while a process runs: versions come, none goes.</summary>
public sealed class RootKeysTests : IDisposable
{
    private readonly KeyFolder folder = new();
    private readonly FakeTime time = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_new_version_opens_at_once_and_is_used_when_every_node_had_time_to_hold_it()
    {
        RootKeyFile.CreateDemo(folder.Path, time);
        var keys = Load();
        RootKeyFile.AddVersion(folder.Path, time);

        keys.LookAgain().ShouldBeTrue();

        keys.NewestVersion.ShouldBe(2);
        keys.CurrentVersion.ShouldBe(1);
        time.Advance(RootKeys.Settles - TimeSpan.FromSeconds(1));
        keys.CurrentVersion.ShouldBe(1);
        time.Advance(TimeSpan.FromSeconds(1));
        keys.CurrentVersion.ShouldBe(2);
        keys.LookAgain().ShouldBeFalse("nothing has changed since");
    }

    [Fact]
    public void A_version_that_is_not_held_yet_is_looked_for_before_it_is_missing()
    {
        RootKeyFile.CreateDemo(folder.Path, time);
        var keys = Load();
        Should.Throw<RootKeyException>(() => keys.For(2));
        RootKeyFile.AddVersion(folder.Path, time);

        keys.For(2).Wrapping.Length.ShouldBe(RootKey.KeyLength);
        keys.Holds(3).ShouldBeFalse();
        Should.Throw<RootKeyException>(() => keys.For(3));
        Should.Throw<RootKeyException>(() => keys.For(0));
    }

    [Fact]
    public void Other_keys_in_the_file_are_not_taken_up()
    {
        RootKeyFile.CreateDemo(folder.Path, time);
        var keys = Load();
        var before = keys.For(1);
        File.Delete(folder.File);
        RootKeyFile.CreateDemo(folder.Path, time);
        RootKeyFile.AddVersion(folder.Path, time);

        Should.Throw<RootKeyException>(() => keys.LookAgain());

        keys.For(1).ShouldBeSameAs(before);
        Should.Throw<RootKeyException>(() => keys.For(2));
    }

    [Fact]
    public void After_a_change_of_certificates_a_running_node_goes_on_with_what_it_holds()
    {
        RootKeyFile.CreateProtected(folder.Path, Working, Recovery, time);
        var keys = RootKeyFile.Load(folder.Path, Working, allowUnprotected: false, time);

        RootKeyFile.ChangeCertificates(folder.Path, Working, Stranger, Recovery).ShouldBe(1);

        Should.Throw<RootKeyException>(() => keys.LookAgain());
        keys.For(1).Chain.Length.ShouldBe(RootKey.KeyLength);
        RootKeyFile.Load(folder.Path, Stranger, allowUnprotected: false).For(1).IsSameAs(keys.For(1)).ShouldBeTrue();
    }

    private RootKeys Load() => RootKeyFile.Load(folder.Path, decryptWith: null, allowUnprotected: true, time);
}
