using System.Text;
using Hemvag.Sealing;
using Shouldly;
using Xunit;
using static Hemvag.Tests.Sealing.SealingSamples;

namespace Hemvag.Tests.Sealing;

public class RecordCipherTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(60)]
    [InlineData(61)]
    [InlineData(5000)]
    public void What_was_sealed_opens(int length)
    {
        var content = Bytes(length);

        var envelope = RecordCipher.Seal(PlainKey, KeyId, Address, content);

        RecordCipher.Open(PlainKey, Address, envelope).ShouldBe(content);
        RecordCipher.KeyIdOf(Address, envelope).ShouldBe(KeyId);
    }

    [Theory]
    [InlineData(0, 60, true)]
    [InlineData(60, 61, false)]
    [InlineData(1020, 1021, false)]
    [InlineData(1021, 1276, true)]
    [InlineData(1276, 1277, false)]
    public void The_length_tells_no_more_than_its_bucket(int one, int other, bool alike) =>
        (Sealed(one).Length == Sealed(other).Length).ShouldBe(alike);

    [Fact]
    public void The_same_content_never_looks_the_same_twice() => Sealed(10).ShouldNotBe(Sealed(10));

    [Fact]
    public void Content_is_not_in_the_envelope()
    {
        var envelope = RecordCipher.Seal(PlainKey, KeyId, Address, "Björkgatan 7"u8);

        Encoding.Latin1.GetString(envelope).ShouldNotContain("gatan");
    }

    public static TheoryData<string> Moves => ["case", "compartment", "record", "version", "later version"];

    [Theory]
    [MemberData(nameof(Moves))]
    public void Moved_to_another_place_it_does_not_open(string what)
    {
        var elsewhere = what switch
        {
            "case" => Address with { CaseId = OtherCaseId },
            "compartment" => Address with { Compartment = Compartment.Notes },
            "record" => Address with { RecordId = OtherCaseId },
            "version" => Address with { Version = 2 },
            _ => Address with { Version = 4 },
        };
        var envelope = Sealed(20);

        var broken = Should.Throw<SealBrokenException>(() => RecordCipher.Open(PlainKey, elsewhere, envelope));

        broken.CaseId.ShouldBe(elsewhere.CaseId);
        broken.RecordId.ShouldBe(elsewhere.RecordId);
    }

    [Fact]
    public void Another_key_does_not_open_it() => Should.Throw<SealBrokenException>(() => RecordCipher.Open(Key(2), Address, Sealed(20)));

    [Fact]
    public void One_flipped_bit_anywhere_breaks_the_seal()
    {
        var envelope = Sealed(20);
        for (var bit = 0; bit < envelope.Length * 8; bit++)
        {
            var changed = envelope.ToArray();
            changed[bit / 8] ^= (byte)(1 << bit % 8);
            Should.Throw<SealBrokenException>(() => RecordCipher.Open(PlainKey, Address, changed), $"bit {bit}");
        }
    }

    [Fact]
    public void Cut_anywhere_it_does_not_open()
    {
        var envelope = Sealed(20);
        for (var length = 0; length < envelope.Length; length++)
            Should.Throw<SealBrokenException>(() => RecordCipher.Open(PlainKey, Address, envelope.AsSpan(0, length)), $"length {length}");
        Should.Throw<SealBrokenException>(() => RecordCipher.Open(PlainKey, Address, [.. envelope, 0]));
        Should.Throw<SealBrokenException>(() => RecordCipher.KeyIdOf(Address, envelope.AsSpan(0, 20)));
    }

    [Fact]
    public void The_refusal_names_ids_alone()
    {
        var broken = Should.Throw<SealBrokenException>(() => RecordCipher.Open(Key(2), Address, Sealed(20)));

        broken.Message.ShouldBe($"The seal of record {RecordId} in case {CaseId} is broken.");
        broken.InnerException.ShouldBeNull();
    }

    [Theory]
    [InlineData((int)Compartment.None)]
    [InlineData((int)(Compartment.Contact | Compartment.Notes))]
    [InlineData(256)]
    public void A_place_has_exactly_one_compartment(int compartment) =>
        Should.Throw<ArgumentOutOfRangeException>(() =>
            RecordCipher.Seal(PlainKey, KeyId, Address with { Compartment = (Compartment)compartment }, "x"u8)
        );

    [Fact]
    public void A_shorter_key_is_refused() => Should.Throw<ArgumentException>(() => RecordCipher.Seal(new byte[16], KeyId, Address, "x"u8));

    private static byte[] Sealed(int length) => RecordCipher.Seal(PlainKey, KeyId, Address, Bytes(length));
}
