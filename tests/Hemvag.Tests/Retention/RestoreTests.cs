using Hemvag.Commands;
using Hemvag.Data;
using Hemvag.Modules.Cases.Matters;
using Hemvag.Modules.Retention;
using Hemvag.Sealing;
using Hemvag.TestKit;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Hosts;
using Hemvag.Tests.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Hemvag.Tests.Retention.ErasureWorld;

namespace Hemvag.Tests.Retention;

/// <summary>A backup holds the key that was destroyed since; after its restore it is destroyed again, before anyone can open anything.</summary>
public sealed class RestoreTests
{
    [Theory, OnBothDatabases]
    public async Task A_restored_key_is_reported_and_destroyed_again(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var caseId = await installation.OpenMatterAsync();
        var kept = await installation.OpenMatterAsync();
        var backup = await installation.Database.BackUpAsync();
        await installation.EraseAsync(caseId, Compartment.Contact);
        await using var restored = TestInstallation.OnDatabase(
            await DatabaseBackups.RestoreAsync(kind, backup),
            settings: new Dictionary<string, string?>(StringComparer.Ordinal) { ["Keys:Folder"] = installation.KeyFolder }
        );
        (await restored.KeysAsync(caseId)).Count.ShouldBe(3);
        (await restored.VerifyAsync()).Findings.ShouldHaveSingleItem().What.ShouldContain("is there again");
        var output = new StringWriter();

        (await ErasuresCommand.RunAsync(restored.Services, output, TestContext.Current.CancellationToken)).ShouldBe(0);

        output.ToString().ShouldContain("1 erased keys were there again");
        (await restored.KeysAsync(caseId)).Select(k => k.Compartment).ShouldNotContain(Compartment.Contact);
        (await restored.ReadAsync(caseId)).ShouldBe(("Berisha", null));
        (await restored.ReadAsync(kept)).ShouldBe(("Berisha", "+46701234567"));
        await using var db = restored.Database.Open();
        (
            await db.Set<StoredToken>().AnyAsync(t => t.CaseId == caseId && t.Kind == MatchKind.Phone, TestContext.Current.CancellationToken)
        ).ShouldBeFalse();
        (await restored.VerifyAsync()).Findings.ShouldBeEmpty();
        output.GetStringBuilder().Clear();
        await ErasuresCommand.RunAsync(restored.Services, output, TestContext.Current.CancellationToken);
        output.ToString().ShouldContain("No erased key was there.");
    }

    [Theory, OnBothDatabases]
    public async Task The_start_destroys_it_before_the_first_request(DatabaseKind kind)
    {
        var data = TestFolder.New("restored-start");
        await using var database = await TestDatabase.CreateAsync(kind);
        string backup;
        Guid caseId;
        await using (var app = Start(database, data))
        {
            caseId = await OpenMatterAsync(app.Services);
            backup = await database.BackUpAsync();
            await EraseAsync(app, caseId);
        }

        await using var restored = await DatabaseBackups.RestoreAsync(kind, backup);
        await using (var before = restored.Open())
        {
            (await before.Set<CaseKey>().CountAsync(k => k.CaseId == caseId, TestContext.Current.CancellationToken)).ShouldBe(3);
        }

        await using var again = Start(restored, data);
        _ = again.Services;
        await using var db = restored.Open();
        var left = await db.Set<CaseKey>()
            .Where(k => k.CaseId == caseId)
            .Select(k => k.Compartment)
            .ToListAsync(TestContext.Current.CancellationToken);
        left.ShouldNotContain(Compartment.Identity);
        left.Count.ShouldBe(2);
    }

    /// <summary>Each node brings its own list up to what any of them has erased, and two of them can share one.</summary>
    [Theory, OnBothDatabases]
    public async Task Every_node_remembers(DatabaseKind kind)
    {
        await using var first = await TestInstallation.CreateAsync(kind);
        var caseId = await first.OpenMatterAsync();
        var folder = TestFolder.New("second-keys");
        File.Copy(Path.Combine(first.KeyFolder, RootKeyFile.FileName), Path.Combine(folder, RootKeyFile.FileName));
        var second = TestInstallation.OnDatabase(
            first.Database,
            settings: new Dictionary<string, string?>(StringComparer.Ordinal) { ["Keys:Folder"] = folder }
        );
        await first.EraseAsync(caseId, Compartment.Contact);
        second.Services.GetRequiredService<ErasureList>().ReadAll().Lines.ShouldBe(0);

        await RememberAsync(second);

        second.Services.GetRequiredService<ErasureList>().ReadAll().Entries.Single().CaseId.ShouldBe(caseId);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RememberAsync(second)));
        second.Services.GetRequiredService<ErasureList>().ReadAll().Lines.ShouldBe(1);
        await second.StopAsync();
    }

    [Theory, OnBothDatabases]
    public async Task A_list_that_was_changed_or_shortened_is_found_and_stops_the_start(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        await installation.EraseAsync(await installation.OpenMatterAsync(), Compartment.Contact);
        await installation.EraseAsync(await installation.OpenMatterAsync(), Compartment.Contact);
        var path = Path.Combine(installation.KeyFolder, ErasureList.FileName);
        var lines = await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken);
        lines.Length.ShouldBe(2);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        foreach (
            var changed in new string[][]
            {
                [lines[1]],
                [lines[0], lines[1].Replace("\"KeyVersion\":1", "\"KeyVersion\":2", StringComparison.Ordinal)],
                ["{}", lines[1]],
            }
        )
        {
            await File.WriteAllLinesAsync(path, changed, TestContext.Current.CancellationToken);
            (await installation.VerifyAsync()).Findings.ShouldContain(f => f.Stream == "erasures");
            await Should.ThrowAsync<StartRefusedException>(() =>
                ErasuresCommand.RunAsync(installation.Services, TextWriter.Null, TestContext.Current.CancellationToken)
            );
        }

        await File.WriteAllLinesAsync(path, lines[..1], TestContext.Current.CancellationToken);
        (await installation.VerifyAsync()).Findings.ShouldHaveSingleItem().What.ShouldContain("shortened");
        await RememberAsync(installation);
        (await installation.VerifyAsync()).Findings.ShouldBeEmpty();
    }

    private static Task<bool> RememberAsync(TestInstallation installation) =>
        installation.InScopeAsync(async s =>
        {
            await s.GetRequiredService<ErasureKeeping>().RememberAsync(TestContext.Current.CancellationToken);
            return true;
        });

    private static InMemoryApp Start(TestDatabase database, string data) =>
        InMemoryApp.Start(
            database,
            o =>
                o with
                {
                    Demo = true,
                    DataFolder = data,
                    Settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["Demo:Cases"] = "false" },
                }
        );

    private static async Task<Guid> OpenMatterAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<MatterService>()
            .OpenAsync(TestInstallation.Coordinator, TestInstallation.NewId(), TestInstallation.Matter());
    }

    private static async Task EraseAsync(InMemoryApp app, Guid caseId)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HemvagDbContext>();
        var desk = scope.ServiceProvider.GetRequiredService<ErasureDesk>();
        var number = await db.Set<Hemvag.Modules.Cases.Case>().Where(c => c.Id == caseId).Select(c => c.Number).FirstAsync();
        await desk.PrepareAskedAsync(Officer, TestInstallation.NewId(), number, Compartment.Identity);
        var erasure = await db.Set<Erasure>().AsNoTracking().SingleAsync();
        await desk.ConfirmAsync(Second, TestInstallation.NewId(), erasure.Id);
        app.Time.Advance(TimeSpan.FromDays(31));
        await scope.ServiceProvider.GetRequiredService<Hemvag.Jobs.JobRunner>().RunDueAsync(CancellationToken.None);
        (await db.Set<ErasedKey>().CountAsync()).ShouldBe(1);
    }
}
