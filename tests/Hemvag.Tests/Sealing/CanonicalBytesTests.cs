using Hemvag.Sealing;
using Shouldly;
using Xunit;
using static Hemvag.Tests.Sealing.SealingSamples;

namespace Hemvag.Tests.Sealing;

public class CanonicalBytesTests
{
    private static readonly DateTime time = new(2026, 3, 4, 5, 6, 7, 891, DateTimeKind.Utc);

    public static TheoryData<object?, string> Forms =>
        new()
        {
            { null, "3000000000" },
            { true, "620000000101" },
            { false, "620000000100" },
            { 1, "690000000400000001" },
            { -1, "6900000004FFFFFFFF" },
            { 1L, "6C000000080000000000000001" },
            { new Guid("01990000-0000-7000-8000-000000000001"), "670000001001990000000070008000000000000001" },
            { "", "7300000000" },
            { "å", "7300000002C3A5" },
            { new byte[] { 1, 2 }, "78000000020102" },
            { DateTime.UnixEpoch, "7400000008089F7FF5F7B58000" },
            { new DateOnly(1, 1, 2), "640000000400000001" },
            { Compartment.Bank, "650000000442616E6B" },
        };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Every_type_has_one_form(object? value, string hex) => Convert.ToHexString(new CanonicalWriter().Write(value).ToArray()).ShouldBe(hex);

    [Fact]
    public void Values_that_print_alike_differ()
    {
        object?[] values =
        [
            null,
            "",
            false,
            0,
            0L,
            Array.Empty<byte>(),
            "0",
            Guid.Empty,
            DateOnly.MinValue,
            new DateTime(0, DateTimeKind.Utc),
            Compartment.None,
            "None",
        ];

        values.Select(value => Convert.ToHexString(new CanonicalWriter().Write(value).ToArray())).Distinct().Count().ShouldBe(values.Length);
    }

    [Fact]
    public void Borders_between_values_can_not_be_moved() =>
        new CanonicalWriter().Write("ab").Write("c").ToArray().ShouldNotBe(new CanonicalWriter().Write("a").Write("bc").ToArray());

    [Fact]
    public void Times_are_cut_to_milliseconds() =>
        new CanonicalWriter().Write(time.AddTicks(9_999)).ToArray().ShouldBe(new CanonicalWriter().Write(time).ToArray());

    public static TheoryData<object> Refused =>
        [
            1.5f,
            1.5d,
            1.5m,
            'a',
            new TimeOnly(1, 2),
            new DateTimeOffset(time),
            DateTime.SpecifyKind(time, DateTimeKind.Local),
            DateTime.SpecifyKind(time, DateTimeKind.Unspecified),
        ];

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_has_no_exact_form_is_refused(object value) => Should.Throw<NotSupportedException>(() => new CanonicalWriter().Write(value));

    [Fact]
    public void A_link_depends_on_everything()
    {
        var chain = new ChainMac(Root(2));
        var first = chain.Next([], "row"u8, 1);

        byte[][] others =
        [
            chain.Next(first, "row"u8, 1),
            chain.Next([], "Row"u8, 1),
            chain.Next([], "row"u8, 2),
            chain.Next(new byte[32], "row"u8, 1),
            new ChainMac(new RootKeys([Root(2).For(2)], isDemo: true)).Next([], "row"u8, 1),
        ];

        first.Length.ShouldBe(ChainMac.Length);
        chain.Next([], "row"u8, 1).ShouldBe(first);
        others.Append(first).Select(Convert.ToHexString).Distinct().Count().ShouldBe(6);
        Should.Throw<ArgumentException>(() => chain.Next(new byte[31], "row"u8, 1));
    }
}
