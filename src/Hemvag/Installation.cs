using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Hemvag.Data;
using Hemvag.Sealing;

namespace Hemvag;

/// <summary>Where this installation keeps its data and keys, and whether it is the demo. Read once from the configuration.</summary>
/// <param name="DataFolder">Holds the SQLite file (where used) and the signed checkpoints.</param>
/// <param name="KeyFolder">Holds the root keys; in production apart from the data and its backups.</param>
internal sealed record Installation(bool IsDemo, string DataFolder, string KeyFolder, DatabaseOptions Database)
{
    public string CheckpointPath => Path.Combine(KeyFolder, "checkpoints.jsonl");

    /// <exception cref="StartRefusedException">When the kind of database is not one we know.</exception>
    public static Installation Read(IConfiguration configuration)
    {
        var data = Path.GetFullPath(configuration["Data"] ?? "data");
        var database = ReadDatabase(configuration.GetSection("Database"));
        if (database.Provider == DatabaseProvider.Sqlite && string.IsNullOrWhiteSpace(database.ConnectionString))
        {
            database = database with { ConnectionString = $"Data Source={Path.Combine(data, "hemvag.db")}" };
        }

        return new Installation(
            configuration.GetValue("Demo", false),
            data,
            Path.GetFullPath(configuration["Keys:Folder"] ?? Path.Combine(data, "keys")),
            database
        );
    }

    /// <summary>The root keys. The demo makes its own on first start; production refuses to start without protected ones.</summary>
    /// <param name="onlyVerifies">Verification reads and shows nothing: it works with a demo's keys too.</param>
    /// <exception cref="RootKeyException">When they are missing, damaged, or unprotected in production.</exception>
    public RootKeys LoadKeys(IConfiguration configuration, TimeProvider time, bool onlyVerifies)
    {
        Directory.CreateDirectory(DataFolder);
        if (IsDemo && !RootKeyFile.Exists(KeyFolder))
        {
            RootKeyFile.CreateDemo(KeyFolder, time);
        }

        return RootKeyFile.Load(KeyFolder, Certificate(configuration.GetSection("Keys:Certificate")), allowUnprotected: IsDemo || onlyVerifies, time);
    }

    /// <summary>A PKCS #12 file and its password, from the configuration; null when none is named.</summary>
    /// <exception cref="RootKeyException">When the named file can't be read with that password.</exception>
    public static X509Certificate2? Certificate(IConfigurationSection section)
    {
        if (section["Path"] is not { Length: > 0 } path)
        {
            return null;
        }

        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(path, section["Password"]);
        }
        catch (Exception error) when (error is CryptographicException or IOException or UnauthorizedAccessException)
        {
            // Missing, forbidden, damaged or shut by another password: the same two things are to be looked at.
            throw new RootKeyException($"The certificate of {section.Path} can't be read: check path and password.", error);
        }
    }

    private static DatabaseOptions ReadDatabase(IConfigurationSection section)
    {
        if (section["Provider"] is { } name && !Enum.GetNames<DatabaseProvider>().Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            throw new StartRefusedException("Database:Provider is neither Sqlite nor Postgres.");
        }

        return section.Get<DatabaseOptions>() ?? new DatabaseOptions();
    }
}
