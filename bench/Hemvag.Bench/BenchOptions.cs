using System.Globalization;
using Hemvag.TestKit.Databases;

namespace Hemvag.Bench;

/// <param name="App">Folder of the published product.</param>
/// <param name="Kinds">The databases.</param>
/// <param name="Sizes">How many generated cases a database holds, the fewest first.</param>
/// <param name="Rounds">How often every page takes its turn on every database.</param>
/// <param name="WarmUps">Rounds before those, which are not counted.</param>
/// <param name="Block">Requests that each client sends in one turn.</param>
/// <param name="Starts">How often each database sees the product start.</param>
/// <param name="Operations">How many operations the trail holds that is verified; 0 leaves that part out.</param>
/// <param name="Cash">How many decisions on cash support are worked through; 0 leaves that part out.</param>
internal sealed record BenchOptions(
    string App,
    IReadOnlyList<DatabaseKind> Kinds,
    IReadOnlyList<int> Sizes,
    int Rounds,
    int WarmUps,
    int Block,
    int Starts,
    int Operations,
    int Cash
)
{
    public const int Clients = 8;

    /// <exception cref="ArgumentException">The folder of the product is not said.</exception>
    public static BenchOptions Parse(string[] args) =>
        new(
            Path.GetFullPath(Value(args, "--app") ?? throw new ArgumentException("Say where the published product is: --app FOLDER.", nameof(args))),
            [.. (Value(args, "--databases") ?? "Sqlite,Postgres").Split(',').Select(Enum.Parse<DatabaseKind>)],
            [.. (Value(args, "--sizes") ?? "1000,100000").Split(',').Select(Whole).Order()],
            Whole(Value(args, "--rounds") ?? "20"),
            Whole(Value(args, "--warm-ups") ?? "6"),
            Whole(Value(args, "--block") ?? "10"),
            Whole(Value(args, "--starts") ?? "5"),
            Whole(Value(args, "--operations") ?? "1000000"),
            Whole(Value(args, "--cash") ?? "5000")
        );

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string? Value(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
