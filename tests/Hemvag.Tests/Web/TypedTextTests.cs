using Hemvag.Web.Binding;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Web;

public sealed class TypedTextTests
{
    [Theory]
    [InlineData("  Björk  ", "Björk")]
    [InlineData("a\0b\u0007c\u009Fd", "abcd")]
    [InlineData("rad 1\r\nrad 2\rrad 3", "rad 1\nrad 2\nrad 3")]
    [InlineData("a\tb", "a\tb")]
    [InlineData("e\u0301", "é")]
    [InlineData("safe\u202Etxt.exe", "safetxt.exe")]
    [InlineData("\u2066a\u2069\uFEFFb\u200Bc\u200Ed\u200Fe\u061Cf", "abcdef")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")]
    [InlineData("ka\u200Dka", "ka\u200Dka")]
    [InlineData("   ", "")]
    public void Typed_text_is_composed_trimmed_and_freed_of_hidden_marks(string typed, string kept) => TypedText.Clean(typed).ShouldBe(kept);
}
