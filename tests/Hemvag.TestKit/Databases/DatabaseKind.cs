namespace Hemvag.TestKit.Databases;

/// <summary>The two databases, for theories: the product's own word for it is internal and public tests can't take it.</summary>
public enum DatabaseKind
{
    Sqlite,
    Postgres,
}
