using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Hemvag.Tests.Security;

/// <summary>Every line of every category at every level, with its values and its exception.</summary>
internal sealed class KeptLog : ILoggerProvider
{
    private readonly ConcurrentQueue<string> lines = new();

    public byte[] Bytes => Encoding.UTF8.GetBytes(string.Join('\n', lines));

    public int Count => lines.Count;

    /// <summary>The lines that hold one of the words.</summary>
    public IEnumerable<string> With(IReadOnlyCollection<string> words) =>
        lines.Where(l => words.Any(w => l.Contains(w, StringComparison.OrdinalIgnoreCase)));

    public ILogger CreateLogger(string categoryName) => new Keeping(categoryName, lines);

    public void Dispose() { }

    private sealed class Keeping(string category, ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            lines.Enqueue($"{category} scope {Values(state)}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{category} {formatter(state, exception)} {Values(state)} {exception}");

        private static string Values<TState>(TState state) =>
            state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs.Select(p => $"{p.Key}={p.Value}")) : $"{state}";
    }
}
