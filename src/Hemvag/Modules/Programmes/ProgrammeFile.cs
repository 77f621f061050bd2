using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hemvag.Modules.Programmes.Checks;
using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Programmes;

/// <summary>A programme version as it stands in its file.</summary>
/// <param name="Name">File name without folder.</param>
/// <param name="Sha256">SHA-256 of the file's bytes, lower-case hexadecimal: a changed file under a known id shows.</param>
/// <param name="Content">The file's text, to be kept as an immutable row.</param>
internal sealed record ProgrammeFile(string Name, ProgrammeVersion Version, string Sha256, string Content)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new VocabularyWordConverter() },
        TypeInfoResolver = ProgrammeJson.Default,
    };

    /// <summary>Reads and checks one file. A file that can't be read gives one error, one that can gives all.</summary>
    public static ProgrammeReading Read(string name, byte[] bytes)
    {
        try
        {
            var version =
                JsonSerializer.Deserialize<ProgrammeVersion>(bytes, Strict) ?? throw new JsonException("an object, found null", "$", null, null);
            var errors = ProgrammeChecks.Of(version, name);
            var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
            return errors.Count == 0
                ? new ProgrammeReading(new ProgrammeFile(name, version, hash, System.Text.Encoding.UTF8.GetString(bytes)), [])
                : new ProgrammeReading(null, errors);
        }
        catch (JsonException wrong)
        {
            return new ProgrammeReading(null, [new ProgrammeFileError(name, wrong.Path ?? "$", UnreadableProgramme.Expected(wrong))]);
        }
    }
}
