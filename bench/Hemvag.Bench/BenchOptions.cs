namespace Hemvag.Bench;

/// <param name="App">Folder of the published application.</param>
/// <param name="Sizes">How many generated cases a database holds; one run for each.</param>
/// <param name="Rounds">How often floor and pages take their turns.</param>
/// <param name="Block">Requests that each client sends in one turn.</param>
/// <param name="Bound">Turns end after this time even when rounds are left.</param>
/// <param name="Write">Whether docs/performance.md takes the results.</param>
internal sealed record BenchOptions(string App, IReadOnlyList<int> Sizes, int Rounds, int Block, TimeSpan Bound, bool Write)
{
    public const int Clients = 8;
    private const int Small = 1_000;
    private const int Large = 100_000;

    public static BenchOptions Parse(string[] args) =>
        new(
            Path.GetFullPath(Value(args, "--app") ?? throw new ArgumentException("Say where the published application is: --app FOLDER.")),
            args.Contains("--large") ? [Small, Large] : [Small],
            int.Parse(Value(args, "--rounds") ?? "10"),
            int.Parse(Value(args, "--block") ?? "10"),
            TimeSpan.FromSeconds(int.Parse(Value(args, "--seconds") ?? "40")),
            args.Contains("--write")
        );

    private static string? Value(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
