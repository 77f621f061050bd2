using Hemvag.TestKit.Databases;
using Microsoft.Extensions.DependencyInjection;

namespace Hemvag.TestKit.Hosts;

/// <summary>How a test wants the application.</summary>
public sealed record AppOptions
{
    public required TestDatabase Database { get; init; }

    /// <summary>Null leaves the system's clock.</summary>
    public TimeProvider? Time { get; init; }

    public bool Demo { get; init; }

    /// <summary>For keys and checkpoints; a new one by default.</summary>
    public string DataFolder { get; init; } = TestFolder.New("data");

    /// <summary>Further configuration, stronger than the rest.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Replaces services at true outside edges; runs after the application's own.</summary>
    public Action<IServiceCollection>? Services { get; init; }
}
