using Hemvag.Modules.Cases.Documents;
using Microsoft.AspNetCore.Http;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Cases;

public sealed class UploadedFileTests
{
    [Theory]
    [InlineData("kvitto.hta", "kvitto.pdf")]
    [InlineData("rapport\u202efdp.exe", "rapportfdp.pdf")]
    [InlineData("../..\\intyg.pdf.exe", "intyg.pdf.pdf")]
    [InlineData("Kvitto från Chișinău", "Kvitto från Chișinău.pdf")]
    [InlineData("\u200b.exe", "file.pdf")]
    public async Task A_file_is_named_by_what_it_is_and_not_by_what_the_sender_called_it(string sent, string kept)
    {
        var bytes = "%PDF-1.4 <script>"u8.ToArray();
        using var stream = new MemoryStream(bytes);
        var form = new FormFile(stream, 0, bytes.Length, "Input.File", sent);
        var read = await UploadedFile.ReadAsync(form, "Input.File");
        read.ShouldNotBeNull().Name.ShouldBe(kept);
    }
}
