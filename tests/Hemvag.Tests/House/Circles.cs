namespace Hemvag.Tests.House;

/// <summary>Sets of rooms from each of which a way leads back to itself through all the others (Tarjan).</summary>
internal sealed class Circles
{
    private readonly ILookup<string, string> next;
    private readonly Dictionary<string, int> index = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> low = new(StringComparer.Ordinal);
    private readonly Stack<string> open = new();
    private readonly List<IReadOnlyList<string>> found = [];

    private Circles(IEnumerable<(string From, string To)> edges) => next = edges.ToLookup(e => e.From, e => e.To, StringComparer.Ordinal);

    public static IReadOnlyList<IReadOnlyList<string>> In(IReadOnlyCollection<(string From, string To)> edges)
    {
        var search = new Circles(edges);
        foreach (var from in edges.Select(e => e.From).Distinct(StringComparer.Ordinal).Where(f => !search.index.ContainsKey(f)))
        {
            search.Visit(from);
        }

        return search.found;
    }

    private void Visit(string room)
    {
        index[room] = low[room] = index.Count;
        open.Push(room);
        foreach (var to in next[room])
        {
            if (!index.TryGetValue(to, out var seen))
            {
                Visit(to);
                low[room] = Math.Min(low[room], low[to]);
            }
            else if (open.Contains(to))
            {
                low[room] = Math.Min(low[room], seen);
            }
        }

        if (low[room] == index[room])
        {
            Close(room);
        }
    }

    private void Close(string first)
    {
        var circle = new List<string>();
        do
        {
            circle.Add(open.Pop());
        } while (circle[^1] != first);

        if (circle.Count > 1)
        {
            found.Add([.. circle.Order(StringComparer.Ordinal)]);
        }
    }
}
