namespace Hemvag.TestKit.Databases;

/// <summary>The roles production has: one that owns the tables and migrates, one that the application signs in with.</summary>
internal static class TestRoles
{
    public const string Owner = "hemvag_owner";
    public const string Application = "hemvag_app";

    /// <summary>For servers that ask for one; our own trusts the loopback address.</summary>
    public const string Password = "only-for-tests";

    public static Task EnsureAsync() => PostgresServer.ExecuteAsync($"{Ensure(Owner)}\n{Ensure(Application)}");

    private static string Ensure(string role) =>
        $"""
            DO $$ BEGIN
              CREATE ROLE {role} LOGIN PASSWORD '{Password}' NOSUPERUSER NOCREATEDB NOCREATEROLE;
            EXCEPTION WHEN duplicate_object THEN NULL; END $$;
            """;
}
