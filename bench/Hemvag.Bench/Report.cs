using System.Globalization;
using System.Text;

namespace Hemvag.Bench;

/// <summary>The results as Markdown, and their place in the documentation.</summary>
internal static class Report
{
    private const string Begin = "<!-- bench: begin -->";
    private const string End = "<!-- bench: end -->";

    public static string Table(IReadOnlyList<BenchResult> results, DateTime at)
    {
        var text = new StringBuilder();
        var fewest = results.Min(r => r.Cases);
        Line(text, $"{at:yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} processors, {BenchOptions.Clients} clients, driver on the same machine.");
        Line(text, $"");
        Line(text, $"| Database | Cases | Page | Requests | Server CPU, ms | Ratio to floor | Ratio to {fewest} cases | Requests/s | p95, ms |");
        Line(text, $"|---|--:|---|--:|--:|--:|--:|--:|--:|");
        foreach (var result in results)
        {
            var small = results.First(r => r.Kind == result.Kind && r.Cases == fewest);
            foreach (var (cost, before) in result.Costs.Zip(small.Costs))
            {
                Line(
                    text,
                    $"| {result.Kind} | {result.Cases} | {cost.Name} | {cost.Requests} | {cost.CpuPerRequest:F2} | {cost.CpuPerRequest / result.Costs[0].CpuPerRequest:F2} | {cost.CpuPerRequest / before.CpuPerRequest:F2} | {cost.PerSecond:F0} | {cost.P95:F1} |"
                );
            }
        }

        Line(text, $"");
        Line(text, $"| Database | Cases | Start to first answer, s | Resident memory after load, MB | First visit, KB | Later visit, KB |");
        Line(text, $"|---|--:|--:|--:|--:|--:|");
        foreach (var r in results)
        {
            Line(
                text,
                $"| {r.Kind} | {r.Cases} | {r.ToFirstAnswer.TotalSeconds:F2} | {r.ResidentBytes / 1e6:F0} | {r.Visit.First / 1e3:F1} | {r.Visit.Later / 1e3:F1} |"
            );
        }

        return text.ToString();
    }

    /// <exception cref="InvalidOperationException">The file lacks the markers.</exception>
    public static void Write(string file, string table)
    {
        var text = File.ReadAllText(file);
        var begin = text.IndexOf(Begin, StringComparison.Ordinal);
        var end = text.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin)
        {
            throw new InvalidOperationException($"{file} lacks the markers of the results.");
        }

        File.WriteAllText(file, $"{text[..(begin + Begin.Length)]}\n{table}{text[end..]}");
    }

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
