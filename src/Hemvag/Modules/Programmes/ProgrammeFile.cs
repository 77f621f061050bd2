using System.Security.Cryptography;
using System.Text;
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
    private const string Ending = ".json";

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
            var version = Parse(bytes);
            var errors = ProgrammeChecks.Of(version, name);
            return errors.Count == 0 ? new ProgrammeReading(Of(name, version, bytes), []) : new ProgrammeReading(null, errors);
        }
        catch (JsonException wrong)
        {
            return new ProgrammeReading(null, [UnreadableProgramme.Error(name, wrong, bytes)]);
        }
    }

    /// <summary>Reads and checks a text that has no file yet: it is named by its own id.</summary>
    public static ProgrammeReading ReadDraft(string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        try
        {
            return Read(Parse(bytes).Id + Ending, bytes);
        }
        catch (JsonException)
        {
            return Read("draft" + Ending, bytes);
        }
    }

    /// <summary>A version that was checked when it was stored. It is not asked again: what was published stands, also under later rules.</summary>
    /// <exception cref="JsonException">This program can't read it.</exception>
    public static ProgrammeFile FromStore(string id, string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        return Of(id + Ending, Parse(bytes), bytes);
    }

    /// <summary>As <see cref="FromStore"/>; null when this program can't read it.</summary>
    public static ProgrammeFile? TryFromStore(string id, string content)
    {
        try
        {
            return FromStore(id, content);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ProgrammeVersion Parse(byte[] bytes) =>
        JsonSerializer.Deserialize<ProgrammeVersion>(bytes, Strict) ?? throw new JsonException("an object, found null", "$", null, null);

    private static ProgrammeFile Of(string name, ProgrammeVersion version, byte[] bytes) =>
        new(name, version, Convert.ToHexStringLower(SHA256.HashData(bytes)), Encoding.UTF8.GetString(bytes));
}
