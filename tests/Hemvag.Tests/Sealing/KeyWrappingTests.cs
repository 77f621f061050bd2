using Hemvag.Sealing;
using Shouldly;
using Xunit;
using static Hemvag.Tests.Sealing.SealingSamples;

namespace Hemvag.Tests.Sealing;

public class KeyWrappingTests
{
    [Fact]
    public void A_wrapped_key_comes_back()
    {
        var key = KeyWrapping.NewCaseKey();

        var wrapped = KeyWrapping.Wrap(Root(), CaseId, Compartment.Health, key);

        wrapped.Length.ShouldBe(KeyWrapping.WrappedLength);
        KeyWrapping.Unwrap(Root(), CaseId, Compartment.Health, wrapped).ShouldBe(key);
        KeyWrapping.NewCaseKey().ShouldNotBe(key);
    }

    [Fact]
    public void It_serves_no_other_case_and_no_other_compartment()
    {
        var wrapped = KeyWrapping.Wrap(Root(), CaseId, Compartment.Health, PlainKey);

        Should.Throw<SealBrokenException>(() => KeyWrapping.Unwrap(Root(), OtherCaseId, Compartment.Health, wrapped));
        foreach (var other in Compartments.Each(Compartments.All & ~Compartment.Health))
            Should.Throw<SealBrokenException>(() => KeyWrapping.Unwrap(Root(), CaseId, other, wrapped));
    }

    [Fact]
    public void After_a_rotation_old_keys_still_open_and_new_ones_use_the_new_version()
    {
        var old = KeyWrapping.Wrap(Root(1), CaseId, Compartment.Health, PlainKey);
        var @new = KeyWrapping.Wrap(Root(2), CaseId, Compartment.Health, PlainKey);

        KeyWrapping.VersionIn(old).ShouldBe(1);
        KeyWrapping.VersionIn(@new).ShouldBe(2);
        KeyWrapping.Unwrap(Root(2), CaseId, Compartment.Health, old).ShouldBe(PlainKey);
        KeyWrapping.Unwrap(Root(2), CaseId, Compartment.Health, @new).ShouldBe(PlainKey);
        Should.Throw<RootKeyException>(() => KeyWrapping.Unwrap(Root(1), CaseId, Compartment.Health, @new));
    }

    [Fact]
    public void A_flipped_byte_anywhere_is_noticed()
    {
        var wrapped = KeyWrapping.Wrap(Root(), CaseId, Compartment.Health, PlainKey);
        for (var at = 0; at < wrapped.Length; at++)
        {
            var changed = wrapped.ToArray();
            changed[at] ^= 1;
            // A changed version names root keys that do not exist.
            var thrown = Should.Throw<Exception>(() => KeyWrapping.Unwrap(Root(), CaseId, Compartment.Health, changed), $"byte {at}");
            thrown.ShouldBeOfType(at is >= 3 and < 7 ? typeof(RootKeyException) : typeof(SealBrokenException));
        }
        Should.Throw<SealBrokenException>(() => KeyWrapping.Unwrap(Root(), CaseId, Compartment.Health, wrapped[..^1]));
    }

    [Fact]
    public void The_version_is_bound_to_the_key()
    {
        var wrapped = KeyWrapping.Wrap(Root(1), CaseId, Compartment.Health, PlainKey);
        wrapped[6] = 2;
        var sameKeyTwice = new RootKeys([Root().For(1), Root().For(1)], isDemo: true);

        Should.Throw<SealBrokenException>(() => KeyWrapping.Unwrap(sameKeyTwice, CaseId, Compartment.Health, wrapped));
    }

    [Fact]
    public void Compartments_are_enumerated_one_by_one()
    {
        Compartments.Each(Compartment.None).ShouldBeEmpty();
        Compartments.Each(Compartment.Notes | Compartment.Identity).ShouldBe([Compartment.Identity, Compartment.Notes]);
        Compartments.Each(Compartments.All).Count().ShouldBe(8);
        Should.Throw<ArgumentOutOfRangeException>(() => Compartments.Each((Compartment)512));
    }
}
