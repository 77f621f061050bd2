using System.Globalization;
using Hemvag.Data;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Auditing.Verification;

/// <summary>How many checkpoints have been written at least, kept in the database: who shortens the file has to reach both.</summary>
internal static class CheckpointCount
{
    private const string Mark = "checkpoints";

    /// <returns>0 before the first.</returns>
    public static async Task<int> ReadAsync(HemvagDbContext db, CancellationToken stop)
    {
        var value = await db.Set<DatabaseMark>().AsNoTracking().Where(m => m.Key == Mark).Select(m => m.Value).FirstOrDefaultAsync(stop);
        return Parse(value);
    }

    public static async Task RememberAsync(HemvagDbContext db, int lines, CancellationToken stop)
    {
        var value = lines.ToString(CultureInfo.InvariantCulture);
        if (await db.Set<DatabaseMark>().FirstOrDefaultAsync(m => m.Key == Mark, stop) is not { } mark)
        {
            db.Add(new DatabaseMark { Key = Mark, Value = value });
        }
        else if (Parse(mark.Value) < lines)
        {
            // Never less: a shortened file stays a finding, however much is written after it.
            mark.Value = value;
        }

        await db.SaveChangesAsync(stop);
    }

    public static void Compare(int remembered, int lines, Action<Finding> add)
    {
        if (lines < remembered)
        {
            add(
                new Finding("checkpoints", $"line {lines + 1}", $"is missing: {remembered} were written, the file was shortened, emptied or deleted")
            );
        }
        else if (remembered == 0 && lines > 0)
        {
            add(new Finding("checkpoints", "count", "is missing: the file has lines that the database does not know of"));
        }
    }

    private static int Parse(string? value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;
}
