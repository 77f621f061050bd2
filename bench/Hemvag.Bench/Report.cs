using System.Globalization;
using System.Text;
using Hemvag.Bench.Cash;
using Hemvag.Bench.Driving;

namespace Hemvag.Bench;

/// <summary>The results as Markdown, for docs/performance.md.</summary>
internal static class Report
{
    public static string Of(IReadOnlyList<BenchResult> results, DateTimeOffset began, TimeSpan took)
    {
        var text = new StringBuilder();
        Line(
            text,
            $"Measured {began:yyyy-MM-dd HH:mm} UTC in {took.TotalMinutes:F0} minutes: {Environment.ProcessorCount} processors, {BenchOptions.Clients} clients, product, databases and driver on one machine."
        );
        Line(text, $"");
        Pages(text, results);
        Line(text, $"");
        Unsealing(text, results);
        Line(text, $"");
        Processes(text, results);
        return text.ToString();
    }

    /// <summary>The same page with its compartments open and closed; what the opening itself costs stands apart.</summary>
    private static void Unsealing(StringBuilder text, IReadOnlyList<BenchResult> results)
    {
        Line(text, $"| Database | Cases | Unsealing adds, CPU ms | The opening and its commit, CPU ms |");
        Line(text, $"|---|--:|--:|--:|");
        foreach (var r in results)
        {
            var added = Cost(r, MeasuredPages.OpenPage).Cpu - Cost(r, MeasuredPages.ClosedPage).Cpu;
            Line(text, $"| {r.Kind} | {r.Cases:N0} | {added:F2} | {Cost(r, MeasuredPages.Opening).Cpu:F2} |");
        }
    }

    private static PageCost Cost(BenchResult result, string page) => result.Costs.Single(c => c.Name == page);

    public static string Of(IReadOnlyList<VerifyResult> results)
    {
        var text = new StringBuilder();
        Line(
            text,
            $"| verify | Operations | Seconds | CPU s, application | CPU s, database | Peak resident memory, MB | Lines of progress | Last line |"
        );
        Line(text, $"|---|--:|--:|--:|--:|--:|--:|---|");
        foreach (var r in results)
        {
            Line(
                text,
                $"| {r.Kind} | {r.Operations:N0} | {r.Took.TotalSeconds:F1} | {r.Cpu.Application.TotalSeconds:F1} | {r.Cpu.Database.TotalSeconds:F1} | {r.PeakResidentBytes / 1e6:F0} | {r.Lines} | {r.Said} |"
            );
        }

        return text.ToString();
    }

    /// <summary>Decisions on cash support from file to closed case, all steps going on at once.</summary>
    public static string Of(IReadOnlyList<CashResult> results)
    {
        var text = new StringBuilder();
        Line(
            text,
            $"| Cash support | Decisions | Persons | Seconds | Times the aim | CPU s, application | CPU s, database | {string.Join(" | ", results[0].Steps.Select(s => s.Name + ", ms"))} |"
        );
        Line(text, $"|---|--:|--:|--:|--:|--:|--:|{string.Concat(results[0].Steps.Select(_ => "--:|"))}");
        foreach (var r in results)
        {
            Line(
                text,
                $"| {r.Kind} | {r.Decisions:N0} | {r.Persons:N0} | {r.Took.TotalSeconds:F1} | {r.TimesTheAim:F2} | {r.Cpu.Application.TotalSeconds:F1} | {r.Cpu.Database.TotalSeconds:F1} | {string.Join(" | ", r.Steps.Select(s => s.MedianMs.ToString("F1", CultureInfo.InvariantCulture)))} |"
            );
        }

        return text.ToString();
    }

    private static void Pages(StringBuilder text, IReadOnlyList<BenchResult> results)
    {
        Line(
            text,
            $"| Page | Database | Cases | Requests | Queries | CPU ms, application | CPU ms, database | Times the floor | Times the fewest cases | Requests/s | p95 ms |"
        );
        Line(text, $"|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        for (var page = 0; page < results[0].Costs.Count; page++)
        {
            foreach (var result in results)
            {
                var cost = result.Costs[page];
                var fewest = results.First(r => r.Kind == result.Kind).Costs[page];
                Line(
                    text,
                    $"| {cost.Name} | {result.Kind} | {result.Cases:N0} | {cost.Requests} | {cost.Queries} | {cost.Application:F2} | {cost.Database:F2} | {Ratio(cost, result.Costs[0])} | {Ratio(cost, fewest)} | {cost.PerSecond:F0} | {cost.P95:F0} |"
                );
            }
        }
    }

    private static void Processes(StringBuilder text, IReadOnlyList<BenchResult> results)
    {
        Line(
            text,
            $"| Database | Cases | Start to first answer, s | Peak resident memory, MB | Page, KB as sent | Page, KB compressed | Style, script, icon and fonts, KB |"
        );
        Line(text, $"|---|--:|--:|--:|--:|--:|--:|");
        foreach (var r in results)
        {
            Line(
                text,
                $"| {r.Kind} | {r.Cases:N0} | {r.ToFirstAnswer.TotalSeconds:F2} | {r.PeakResidentBytes / 1e6:F0} | {r.Visit.Page / 1e3:F1} | {r.Visit.PageCompressed / 1e3:F1} | {r.Visit.Rest / 1e3:F1} |"
            );
        }
    }

    private static string Ratio(PageCost cost, PageCost to) => (cost.Cpu / to.Cpu).ToString("F2", CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
