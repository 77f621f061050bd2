namespace Hemvag.Data;

internal enum DatabaseProvider
{
    Sqlite,
    Postgres,
}

/// <summary>Where the data lives: section <c>Database</c> of the configuration.</summary>
internal sealed record DatabaseOptions
{
    public DatabaseProvider Provider { get; init; } = DatabaseProvider.Sqlite;

    /// <summary>Connection string of the application's own, restricted account; for SQLite derived from the data folder when absent.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>PostgreSQL only: the owner's connection, read by <c>migrate</c> alone.</summary>
    public string? OwnerConnectionString { get; init; }

    /// <summary>PostgreSQL only: the role the application signs in with, which <c>migrate</c> gives its rights.</summary>
    public string ApplicationRole { get; init; } = "hemvag_app";
}
