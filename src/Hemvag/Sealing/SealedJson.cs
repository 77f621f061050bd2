using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Hemvag.Sealing;

/// <summary>Something that is stored sealed. SQL can't migrate it, so it names what it is and how old its form is.</summary>
internal interface ISealedPayload
{
    /// <summary>A fixed name that survives the renaming of the type, such as <c>identity</c>.</summary>
    static abstract string Kind { get; }

    /// <summary>From 1; raised with every change of form that old JSON does not satisfy, together with an <see cref="IUpcast"/>.</summary>
    static abstract int SchemaVersion { get; }
}

/// <summary>One step from an old form of a payload to the next.</summary>
internal interface IUpcast
{
    string Kind { get; }

    /// <summary>The schema version this step starts from; it leads to the next number.</summary>
    int FromSchema { get; }

    JsonNode Upcast(JsonNode data);
}

/// <summary>A sealed payload can't be read as what is asked for. Names kind and schema only, never content.</summary>
internal sealed class SealedPayloadException(string message) : Exception(message);

/// <summary>Writes payloads as <c>{"kind","schema","data"}</c> in UTF-8 and reads them back, lifting old forms step by step.</summary>
internal sealed class SealedJson
{
    private static readonly JsonSerializerOptions options = new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
    };

    private readonly Dictionary<(string Kind, int FromSchema), IUpcast> upcasts;

    /// <exception cref="ArgumentException">Two steps start from the same form.</exception>
    public SealedJson(IEnumerable<IUpcast> upcasts) => this.upcasts = upcasts.ToDictionary(step => (step.Kind, step.FromSchema));

    public static byte[] Write<T>(T payload)
        where T : class, ISealedPayload => JsonSerializer.SerializeToUtf8Bytes(new Written<T>(T.Kind, T.SchemaVersion, payload), options);

    /// <exception cref="SealedPayloadException">Another kind, a newer schema, a missing step, or a form that does not fit.</exception>
    public T Read<T>(ReadOnlySpan<byte> utf8)
        where T : class, ISealedPayload
    {
        var stored = Parse<T>(utf8);
        if (stored.Kind != T.Kind)
            throw new SealedPayloadException($"A sealed payload is not of the kind {T.Kind}.");
        if (stored.Schema > T.SchemaVersion)
            throw new SealedPayloadException(
                $"A sealed {T.Kind} has schema {stored.Schema}; this program knows {T.SchemaVersion}. It was written by a newer version."
            );
        var data = stored.Data;
        for (var schema = stored.Schema; schema < T.SchemaVersion; schema++)
            data = Step(T.Kind, schema).Upcast(data);
        return Deserialize<T>(data) ?? throw Unfit<T>();
    }

    private IUpcast Step(string kind, int schema) =>
        upcasts.TryGetValue((kind, schema), out var step)
            ? step
            : throw new SealedPayloadException($"A sealed {kind} has schema {schema}, and no step leads on from it.");

    // The inner exception is dropped on purpose: its path can hold a key that a person typed.
    private static Stored Parse<T>(ReadOnlySpan<byte> utf8)
        where T : ISealedPayload
    {
        try
        {
            return JsonSerializer.Deserialize<Stored>(utf8, options) ?? throw Unfit<T>();
        }
        catch (JsonException)
        {
            throw Unfit<T>();
        }
    }

    private static T? Deserialize<T>(JsonNode data)
        where T : class, ISealedPayload
    {
        try
        {
            return data.Deserialize<T>(options);
        }
        catch (JsonException)
        {
            throw Unfit<T>();
        }
    }

    private static SealedPayloadException Unfit<T>()
        where T : ISealedPayload => new($"A sealed {T.Kind} does not have its form.");

    private sealed record Written<T>(string Kind, int Schema, T Data);

    private sealed record Stored(string Kind, int Schema, JsonNode Data);
}
