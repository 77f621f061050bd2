using System.Text;
using Hemvag.Sealing;
using Shouldly;
using Xunit;
using static Hemvag.Tests.Sealing.SealingSamples;

namespace Hemvag.Tests.Sealing;

/// <summary>Bytes of every format ever written, committed once and never made anew: a program that can't open them loses people's data.</summary>
public class GoldenFileTests
{
    private const string Text = "Hemväg: the way home.";

    [Fact]
    public void Records_of_format_1_open() => RecordCipher.Open(PlainKey, Address, Hex("record-1.hex")).ShouldBe(Encoding.UTF8.GetBytes(Text));

    [Fact]
    public void File_chunks_of_format_1_open() =>
        FileCipher.OpenChunk(PlainKey, Address, new ChunkPlace(0, 1), Hex("file-chunk-1.hex")).ShouldBe(Encoding.UTF8.GetBytes(Text));

    [Fact]
    public void Wrapped_keys_of_format_1_open() => KeyWrapping.Unwrap(Root(), CaseId, Compartment.Contact, Hex("case-key-1.hex")).ShouldBe(PlainKey);

    [Fact]
    public void Payloads_of_schema_1_are_lifted() =>
        SealedJsonTests.Read(Golden("payload-1.json")).ShouldBe(new SealedJsonTests.SamplePerson("Maria", "Popescu", Compartment.Notes, "unknown"));

    [Fact]
    public void Key_files_of_format_1_open()
    {
        using var folder = new KeyFolder();
        File.Copy(Path.Combine(GoldenFolder, "root-keys-1.json"), folder.File);

        var keys = RootKeyFile.Load(folder.Path, decryptWith: null, allowUnprotected: true);

        keys.IsDemo.ShouldBeTrue();
        keys.For(2).Chain.ToArray().ShouldBe(Key(22));
    }

    [Fact]
    public void Links_of_form_1_are_the_same() => Convert.ToHexString(new ChainMac(Root()).Next(Key(99), "row"u8, 1)).ShouldBe(Golden("chain-1.hex"));

    [Fact]
    public void Match_tokens_of_form_1_are_the_same() =>
        string.Join(
                '\n',
                new MatchTokens(Root())
                    .ToStore(new MatchSubject("Åsa Öberg", 1990, ["070-1234567"], ["AB123456"]))
                    .Select(token => $"{token.Kind} {Convert.ToHexString(token.Value)}")
            )
            .ShouldBe(Golden("match-tokens-1.txt"));

    private static byte[] Hex(string name) => Convert.FromHexString(Golden(name));
}
