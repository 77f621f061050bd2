using Hemvag.Auditing;
using Hemvag.Sealing;

namespace Hemvag.Commands;

/// <summary><c>keys rewrap</c>: wraps existing case keys under the newest root keys, while the application goes on.</summary>
internal static class RewrapCommand
{
    /// <returns>0 when no key is left under an older version; 1 while the newest version is not in use yet, or keys are left.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, TextWriter output, TextWriter progress, CancellationToken stop)
    {
        var keys = services.GetRequiredService<RootKeys>();
        if (keys.CurrentVersion < keys.NewestVersion)
        {
            var from = keys.For(keys.NewestVersion).Created + RootKeys.Settles;
            await output.WriteLineAsync(
                $"Root keys of version {keys.NewestVersion} are used from {from:yyyy-MM-dd HH:mm} UTC on. Run this again then."
            );
            return 1;
        }

        var rewrapping = ActivatorUtilities.CreateInstance<KeyRewrapping>(services);
        var done = await rewrapping.RunAsync(count => progress.WriteLineAsync($"{count} case keys wrapped anew"), stop);
        await output.WriteLineAsync($"{done} case keys were wrapped under version {keys.CurrentVersion}.");
        var counts = await rewrapping.CountAsync(stop);
        foreach (var (version, held) in counts)
        {
            await output.WriteLineAsync($"Version {version}: {held} case keys");
        }

        return counts.All(c => c.Version == keys.CurrentVersion) ? 0 : 1;
    }
}
