using Hemvag.Web;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Web;

public sealed class LocalPathTests
{
    [Theory]
    [InlineData("/", "/")]
    [InlineData("/cases?step=2", "/cases?step=2")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("/a\\b", "/")]
    [InlineData("https://evil.example", "/")]
    [InlineData("/\n/evil.example", "/")]
    [InlineData("/é", "/")]
    [InlineData("", "/")]
    [InlineData(null, "/")]
    public void Only_paths_of_this_site_are_followed(string? posted, string followed) => LocalPath.OrRoot(posted).ShouldBe(followed);
}
