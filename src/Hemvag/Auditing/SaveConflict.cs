using Hemvag.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Hemvag.Auditing;

/// <summary>Reads a failed save: did another write come first, or did a rule of the database refuse it?</summary>
internal static class SaveConflict
{
    private const int SqliteBusy = 5;
    private const int SqliteConstraint = 19;

    /// <summary>Constraint name (as both databases report it) and the refusal it stands for; modules add theirs when they register.</summary>
    private static readonly Dictionary<string, Refusal> Known = new(StringComparer.Ordinal);

    public static void Means(string constraint, Refusal refusal)
    {
        lock (Known)
        {
            Known[constraint] = refusal;
        }
    }

    /// <summary>What a save that lost every try is told; null until a module has said it.</summary>
    public static Refusal? Lost { get; private set; }

    public static void LostMeans(Refusal refusal) => Lost = refusal;

    /// <summary>What is said when another operation has the id already; null until a module has said it.</summary>
    public static Refusal? Used { get; private set; }

    public static void UsedMeans(Refusal refusal) => Used = refusal;

    /// <summary>True for a lost race: a changed head, or a version or row that someone else has just taken.</summary>
    public static bool IsConflict(DbUpdateException error) =>
        error is DbUpdateConcurrencyException
        || (RefusalFor(error) is null && IsUniqueViolation(error))
        || error.InnerException is SqliteException { SqliteErrorCode: SqliteBusy }
        || error.InnerException is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };

    public static Refusal? RefusalFor(DbUpdateException error)
    {
        lock (Known)
        {
            return error.InnerException switch
            {
                PostgresException { ConstraintName: { } name } => Known.GetValueOrDefault(name),
                // SQLite names a CHECK constraint in its message, after a colon.
                SqliteException { SqliteErrorCode: SqliteConstraint } lite => Known
                    .FirstOrDefault(k => lite.Message.Contains(k.Key, StringComparison.Ordinal))
                    .Value,
                _ => null,
            };
        }
    }

    private static bool IsUniqueViolation(DbUpdateException error) =>
        error.InnerException switch
        {
            PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => true,
            SqliteException { SqliteErrorCode: SqliteConstraint } lite => lite.Message.Contains("UNIQUE", StringComparison.Ordinal),
            _ => false,
        };
}
