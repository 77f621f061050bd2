using System.Collections.Concurrent;

namespace Hemvag.TestKit;

/// <summary>One folder per test process for all that tests write; gone when the process ends.</summary>
public static class TestFolder
{
    private static readonly Lazy<string> Root = new(Make);
    private static readonly ConcurrentStack<Action> Ends = new();
    private static int counter;

    /// <summary>A new empty folder.</summary>
    public static string New(string name) =>
        Directory.CreateDirectory(Path.Combine(Root.Value, $"{name}-{Interlocked.Increment(ref counter)}")).FullName;

    /// <summary>For what must stop before its files go, such as a server; the last one first.</summary>
    public static void BeforeRemoval(Action end) => Ends.Push(end);

    private static string Make()
    {
        var folder = Directory.CreateTempSubdirectory("hemvag-test-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => End(folder);
        return folder;
    }

    private static void End(string folder)
    {
        while (Ends.TryPop(out var end))
        {
            end();
        }

        FolderEnding.Delete(folder);
    }
}
