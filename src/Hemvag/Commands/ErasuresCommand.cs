using Hemvag.Modules.Retention;

namespace Hemvag.Commands;

/// <summary><c>erasures apply</c>: destroys once more what the erasure list names and a restored database holds. The start does it too.</summary>
internal static class ErasuresCommand
{
    public static bool IsNeeded(Installation installation) =>
        File.Exists(Path.Combine(installation.KeyFolder, ErasureList.FileName)) && installation.Database.ConnectionString is not null;

    public static async Task<int> RunAsync(IServiceProvider services, TextWriter output, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var applied = await scope.ServiceProvider.GetRequiredService<ErasureKeeping>().ApplyAsync(stop);
        await output.WriteLineAsync(
            applied == 0 ? "No erased key was there." : $"{applied} erased keys were there again and are destroyed once more."
        );
        return 0;
    }
}
