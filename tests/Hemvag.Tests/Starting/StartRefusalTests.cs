using Hemvag.Data;
using Hemvag.Data.Postgres;
using Hemvag.Sealing;
using Hemvag.TestKit;
using Hemvag.TestKit.Databases;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Starting;

/// <summary>What a new administrator gets wrong is answered with one sentence, never with a stack.</summary>
public sealed class StartRefusalTests
{
    [Theory]
    [InlineData("nothing here.p12")]
    [InlineData("not a certificate.p12")]
    public void A_certificate_that_cant_be_read_is_named(string file)
    {
        var folder = TestFolder.New("certificate");
        File.WriteAllText(Path.Combine(folder, "not a certificate.p12"), "text");
        var section = Settings(("Keys:Certificate:Path", Path.Combine(folder, file)), ("Keys:Certificate:Password", "secret"))
            .GetSection("Keys:Certificate");
        var refused = Should.Throw<RootKeyException>(() => Installation.Certificate(section));
        refused.Message.ShouldBe("The certificate of Keys:Certificate can't be read: check path and password.");
    }

    [Fact]
    public void An_empty_path_is_no_certificate() =>
        Installation.Certificate(Settings(("Keys:Certificate:Path", "")).GetSection("Keys:Certificate")).ShouldBeNull();

    [Theory]
    [InlineData("Oracle")]
    [InlineData("1")]
    [InlineData("")]
    public void A_kind_of_database_we_dont_know_is_refused(string provider) =>
        Should.Throw<StartRefusedException>(() => Installation.Read(Settings(("Database:Provider", provider))));

    [Theory]
    [InlineData("Host=127.0.0.1;Username=hemvag_app;Password=half;of-a-secret")]
    [InlineData("Username=hemvag_app;Password=of-a-secret")]
    [InlineData("Host=127.0.0.1;Port=of-a-secret")]
    public void A_connection_string_that_cant_be_read_is_refused_and_not_repeated(string connection)
    {
        var refused = Should.Throw<StartRefusedException>(() => PostgresReach.Read(connection, "Database:ConnectionString"));
        refused.Message.ShouldStartWith("Database:ConnectionString");
        refused.Message.ShouldNotContain("secret");
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_refused()
    {
        await using var db = DatabaseSetup.Open(DatabaseProvider.Postgres, "Host=127.0.0.1;Port=1;Username=hemvag_app;Password=secret");
        var refused = await Should.ThrowAsync<StartRefusedException>(() =>
            DatabaseMigration.CheckPostgresAsync(db, TestContext.Current.CancellationToken)
        );
        refused.Message.ShouldStartWith("PostgreSQL can't be reached with Database:ConnectionString");
    }

    [Fact]
    public async Task A_role_that_is_not_there_is_refused()
    {
        Assert.SkipWhen(PostgresServer.WhyNot is not null, PostgresServer.WhyNot ?? "");
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Postgres);
        await using var owner = database.OpenAsOwner();
        await Should.ThrowAsync<StartRefusedException>(() =>
            PostgresGrants.ApplyAsync(owner, "nobody_has_made_this", TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task A_command_begins_on_a_current_database_alone()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var current = database.Open();
        await DatabaseMigration.RequireCurrentAsync(current, TestContext.Current.CancellationToken);

        var missing = Path.Combine(TestFolder.New("nothing"), "hemvag.db");
        await using var none = DatabaseSetup.Open(DatabaseProvider.Sqlite, $"Data Source={missing}");
        await Should.ThrowAsync<StartRefusedException>(() => DatabaseMigration.RequireCurrentAsync(none, TestContext.Current.CancellationToken));
        File.Exists(missing).ShouldBeFalse();
    }

    [Fact]
    public async Task A_mistyped_command_starts_nothing() => (await Program.Main(["verfy"])).ShouldBe(2);

    private static IConfigurationRoot Settings(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build();
}
