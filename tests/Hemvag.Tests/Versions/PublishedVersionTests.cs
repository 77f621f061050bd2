using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Hemvag.TestKit.Databases;
using Hemvag.Tests.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Hemvag.Tests.Versions.DraftSteps;

namespace Hemvag.Tests.Versions;

/// <summary>What is published stands as it is, on every node and through every start.</summary>
public sealed class PublishedVersionTests
{
    [Theory, OnBothDatabases]
    public async Task What_is_published_never_changes(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var file = VersionTexts.File("amp-next", FirstDay.AddDays(30));
        await PublishWholeAsync(installation, file);
        var other = VersionTexts.File("amp-next", FirstDay.AddDays(40), root => root["followUp"]!["months"] = 12);

        var again = await DeskAsync(installation, desk => desk.ReadAsync(other.Content));
        again.Errors.ShouldHaveSingleItem().Path.ShouldBe("$.id");
        // Uploaded before the first one was published, and submitted after.
        var id = await UploadAsync(installation, other);
        await SubmitAsync(installation, Owner, id, VersionTexts.Carried(other));
        await RefusedAsync(ProgrammeRefusals.VersionExists, () => PublishAsync(installation, Colleague, id));

        await using var db = installation.Database.Open();
        var row = await db.Set<StoredProgramme>().SingleAsync(p => p.ProgrammeId == "amp-next", Stop);
        row.Content.ShouldBe(file.Content);
        db.Remove(row);
        await Should.ThrowAsync<Exception>(() => db.SaveChangesAsync(Stop));
        await using var fresh = installation.Database.Open();
        await Should.ThrowAsync<Exception>(() =>
            fresh.Set<StoredProgramme>().Where(p => p.ProgrammeId == "amp-next").ExecuteUpdateAsync(set => set.SetProperty(p => p.Sha256, "0"), Stop)
        );
        Catalogue(installation).Include([other]);
        Catalogue(installation).Get("amp-next").FollowUp.Months.ShouldBe(6);
        (await installation.VerifyAsync()).Findings.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_version_this_program_cannot_read_keeps_back_none_of_the_others(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        await installation.Operations.RunAsync(
            TestInstallation.NewId(),
            Streams.Programmes,
            "Test",
            Actor.System("test"),
            work =>
            {
                foreach (var (id, content) in new[] { ("amp-alien", "{}"), ("amp-next", VersionTexts.Of("amp-next", FirstDay.AddDays(30))) })
                {
                    work.Db.Add(
                        new StoredProgramme
                        {
                            Id = work.NewId(),
                            ProgrammeId = id,
                            Sha256 = id,
                            Content = content,
                            ImportedAt = work.Now,
                        }
                    );
                    work.Record(new ProgrammeImported(id, id));
                }

                return Task.CompletedTask;
            }
        );

        var refused = await Should.ThrowAsync<StartRefusedException>(() =>
            installation.InScopeAsync(async scope =>
            {
                await scope.GetRequiredService<StoredProgrammes>().ReadAsync(Stop);
                return true;
            })
        );

        refused.Message.ShouldContain("amp-alien");
        Catalogue(installation).Find("amp-next").ShouldNotBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task Two_nodes_that_start_at_once_import_each_version_once(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var file = VersionTexts.File("amp-next", new DateOnly(2020, 1, 1));
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "amp-next.json"), file.Content, Stop);
            var nodes = Enumerable
                .Range(0, 3)
                .Select(_ => TestInstallation.OnDatabase(installation.Database, s => s.AddSingleton(ProgrammeCatalogue.Load(folder.FullName))))
                .ToList();
            await Task.WhenAll(nodes.Select(node => Task.Run(node.ImportAsync, Stop)));
            await using var db = installation.Database.Open();
            (await db.Set<StoredProgramme>().CountAsync(p => p.ProgrammeId == "amp-next", Stop)).ShouldBe(1);
            (await db.Set<OperationEvent>().CountAsync(e => e.Kind == nameof(ProgrammeImported) && e.Data.Contains("amp-next"), Stop)).ShouldBe(1);
            foreach (var node in nodes)
            {
                await node.StopAsync();
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_file_with_the_id_of_a_published_version_and_other_content_stops_the_start(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        await PublishWholeAsync(installation, VersionTexts.File("amp-next", FirstDay.AddDays(30)));
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "amp-next.json"), VersionTexts.Of("amp-next", FirstDay.AddDays(31)), Stop);
            var other = TestInstallation.OnDatabase(
                installation.Database,
                services => services.AddSingleton(ProgrammeCatalogue.Load(folder.FullName))
            );

            (await Should.ThrowAsync<StartRefusedException>(other.ImportAsync)).Message.ShouldContain("amp-next.json has changed");
            await other.StopAsync();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
