using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Sandbox;
using Hemvag.Modules.Versions;
using Hemvag.Modules.Versions.Drafts;
using Hemvag.TestKit;
using Hemvag.TestKit.Databases;
using Hemvag.Tests.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Versions;

/// <summary>A version's way from a text to a rule, on both databases.</summary>
public sealed class DraftDeskTests
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(FakeTime.Start.UtcDateTime);
    private static readonly CurrentAccount Owner = Account(1, Role.NationalCoordination);
    private static readonly CurrentAccount Colleague = Account(2, Role.NationalCoordination);
    private static readonly CurrentAccount Approver = Account(3, Role.IomApprover);

    [Theory, OnBothDatabases]
    public async Task A_draft_is_tried_by_its_owner_published_by_another_and_known_to_every_node(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var file = VersionTexts.File("amp-next", Today.AddDays(30));
        var id = await UploadAsync(installation, file);
        await RefusedAsync(VersionRefusals.DraftNotSubmitted, () => PublishAsync(installation, Colleague, id));
        await RefusedAsync(VersionRefusals.DraftNotYours, () => SubmitAsync(installation, Colleague, id, VersionTexts.Carried(file)));
        await RefusedAsync(VersionRefusals.DraftNotCarried, () => SubmitAsync(installation, Owner, id, [.. VersionTexts.Carried(file).SkipLast(1)]));
        await RefusedAsync(
            ProgrammeRefusals.SandboxTooEarly,
            () => SubmitAsync(installation, Owner, id, [new SandboxMove.Set(MilestoneKind.Closed, Role.RegionalCoordinator)])
        );
        await SubmitAsync(installation, Owner, id, VersionTexts.Carried(file));
        await RefusedAsync(VersionRefusals.DraftYourOwn, () => PublishAsync(installation, Owner, id));

        await PublishAsync(installation, Approver, id);

        Catalogue(installation).Get("amp-next").FollowUp.Months.ShouldBe(6);
        await RefusedAsync(VersionRefusals.DraftEnded, () => PublishAsync(installation, Colleague, id));
        await RefusedAsync(
            VersionRefusals.DraftEnded,
            () => DeskAsync(installation, desk => desk.WithdrawAsync(Owner, TestInstallation.NewId(), id))
        );
        await using var db = installation.Database.Open();
        var stored = await db.Set<StoredProgramme>().SingleAsync(p => p.ProgrammeId == "amp-next", Stop);
        (stored.Sha256, stored.Content).ShouldBe((file.Sha256, file.Content));
        var told = await db.Set<OperationEvent>().Where(e => e.Kind == nameof(ProgrammePublished)).Select(e => e.Data).SingleAsync(Stop);
        told.ShouldContain(file.Sha256);
        told.ShouldContain(Owner.Id.ToString());
        (await installation.VerifyAsync()).Findings.ShouldBeEmpty();

        // Another node has not been told; it looks.
        var other = TestInstallation.OnDatabase(installation.Database);
        Catalogue(other).Find("amp-next").ShouldBeNull();
        await other.InScopeAsync(async scope =>
        {
            await scope.GetRequiredService<StoredProgrammes>().ReadAsync(Stop);
            return true;
        });
        Catalogue(other).Files.Single(f => f.Version.Id == "amp-next").Content.ShouldBe(file.Content);
        await other.StopAsync();
    }

    [Theory, OnBothDatabases]
    public async Task What_is_published_never_changes(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var file = VersionTexts.File("amp-next", Today.AddDays(30));
        await PublishWholeAsync(installation, file);
        var other = VersionTexts.File("amp-next", Today.AddDays(40), root => root["followUp"]!["months"] = 12);

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
    public async Task A_version_runs_from_tomorrow_at_the_earliest(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var early = VersionTexts.File("amp-early", Today);
        var id = await UploadAsync(installation, early);
        await SubmitAsync(installation, Owner, id, VersionTexts.Carried(early));

        await RefusedAsync(VersionRefusals.VersionTooEarly, () => PublishAsync(installation, Colleague, id));

        Catalogue(installation).Find("amp-early").ShouldBeNull();
        await PublishWholeAsync(installation, VersionTexts.File("amp-tomorrow", Today.AddDays(1)));
    }

    [Theory, OnBothDatabases]
    public async Task Two_versions_of_a_kind_never_run_from_the_same_day(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var day = Today.AddDays(30);
        var second = VersionTexts.File("amp-second", day);
        // Uploaded before the first one was published, and submitted after.
        var id = await UploadAsync(installation, second);
        await PublishWholeAsync(installation, VersionTexts.File("amp-first", day));
        await SubmitAsync(installation, Owner, id, VersionTexts.Carried(second));

        await RefusedAsync(VersionRefusals.VersionSameDay, () => PublishAsync(installation, Colleague, id));
        var again = await DeskAsync(installation, desk => desk.ReadAsync(second.Content));

        var error = again.Errors.ShouldHaveSingleItem();
        (error.Path, error.Expected).ShouldBe(("$.runsFrom", "a day from which no other version of the kind runs, found that of amp-first"));
        (await DeskAsync(installation, desk => desk.ReadAsync(VersionTexts.Of("amp-second", day.AddDays(1))))).Errors.ShouldBeEmpty();
        Catalogue(installation).Find("amp-second").ShouldBeNull();
        (await installation.VerifyAsync()).Findings.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_draft_names_organisations_that_are_there(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var wrong = VersionTexts.File("amp-next", Today.AddDays(30), root => root["parties"]![1]!["organisation"] = "iom-finnland");

        var reading = await DeskAsync(installation, desk => desk.ReadAsync(wrong.Content));

        reading.Errors.ShouldHaveSingleItem().Path.ShouldBe("$.parties[1].organisation");
        // Uploaded when nobody asked.
        var id = await UploadAsync(installation, wrong);
        await SubmitAsync(installation, Owner, id, VersionTexts.Carried(wrong));
        await RefusedAsync(VersionRefusals.DraftInvalid, () => PublishAsync(installation, Colleague, id));
        Catalogue(installation).Find("amp-next").ShouldBeNull();
    }

    // Every node looks once a minute: what runs from midnight is known before midnight.
    [Theory, OnBothDatabases]
    public async Task Nothing_is_published_minutes_before_the_day_it_runs_from(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var tomorrow = VersionTexts.File("amp-tomorrow", Today.AddDays(1));
        var id = await UploadAsync(installation, tomorrow);
        await SubmitAsync(installation, Owner, id, VersionTexts.Carried(tomorrow));
        // 23.52 in Stockholm.
        installation.Time.Advance(new TimeSpan(14, 52, 0));

        await RefusedAsync(VersionRefusals.VersionTooEarly, () => PublishAsync(installation, Colleague, id));

        Catalogue(installation).Find("amp-tomorrow").ShouldBeNull();
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
                foreach (var (id, content) in new[] { ("amp-alien", "{}"), ("amp-next", VersionTexts.Of("amp-next", Today.AddDays(30))) })
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
    public async Task A_draft_takes_its_amounts_from_a_version_that_is_there(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        Task<ProgrammeReading> Reading(string from) =>
            DeskAsync(
                installation,
                desk => desk.ReadAsync(VersionTexts.Of("amp-next", Today.AddDays(30), root => root["entitlements"]!["takenFrom"] = from))
            );
        (await Reading("amp-1999")).Errors.ShouldHaveSingleItem().Path.ShouldBe("$.entitlements.takenFrom");
        (await Reading("amp-2014")).Errors.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Two_who_publish_at_once_publish_once(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var file = VersionTexts.File("amp-next", Today.AddDays(30));
        var ids = new[] { await UploadAsync(installation, file), await UploadAsync(installation, file) };
        foreach (var id in ids)
        {
            await SubmitAsync(installation, Owner, id, VersionTexts.Carried(file));
        }

        Task<string> Try(CurrentAccount who, Guid id) =>
            Task.Run(async () =>
            {
                try
                {
                    await PublishAsync(installation, who, id);
                    return "published";
                }
                catch (RefusedException refused)
                {
                    return refused.Refusal.Name;
                }
            });

        var answers = await Task.WhenAll(Try(Colleague, ids[0]), Try(Approver, ids[0]), Try(Approver, ids[1]));

        answers.Count(answer => answer == "published").ShouldBe(1, string.Join(", ", answers));
        await using var db = installation.Database.Open();
        (await db.Set<StoredProgramme>().CountAsync(p => p.ProgrammeId == "amp-next", Stop)).ShouldBe(1);
        (await installation.VerifyAsync()).Findings.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_draft_is_taken_back_by_its_owner_alone_and_a_form_sent_twice_is_one_draft(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var file = VersionTexts.File("amp-next", Today.AddDays(30));
        var form = TestInstallation.NewId();
        var id = await DeskAsync(installation, desk => desk.UploadAsync(Owner, form, file));
        (await DeskAsync(installation, desk => desk.UploadAsync(Owner, form, file))).ShouldBe(id);
        await RefusedAsync(
            VersionRefusals.DraftNotYours,
            () => DeskAsync(installation, desk => desk.WithdrawAsync(Colleague, TestInstallation.NewId(), id))
        );

        await DeskAsync(installation, desk => desk.WithdrawAsync(Owner, TestInstallation.NewId(), id));

        await RefusedAsync(VersionRefusals.DraftEnded, () => SubmitAsync(installation, Owner, id, VersionTexts.Carried(file)));
        await using var db = installation.Database.Open();
        (await db.Set<ProgrammeDraft>().SingleAsync(Stop)).State.ShouldBe(DraftState.Withdrawn);
        (await installation.VerifyAsync()).Findings.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_file_with_the_id_of_a_published_version_and_other_content_stops_the_start(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        await PublishWholeAsync(installation, VersionTexts.File("amp-next", Today.AddDays(30)));
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "amp-next.json"), VersionTexts.Of("amp-next", Today.AddDays(31)), Stop);
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

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static CurrentAccount Account(int number, Role role) =>
        new(
            new Guid($"0199a000-0000-7000-8000-00000000010{number}"),
            $"Somebody {number}",
            StableId.Of("test:national"),
            OrganisationKind.NationalCoordination,
            "Jämställdhetsmyndigheten",
            "Europe/Stockholm",
            new HashSet<Role> { role }
        );

    private static ProgrammeCatalogue Catalogue(TestInstallation installation) => installation.Services.GetRequiredService<ProgrammeCatalogue>();

    private static async Task PublishWholeAsync(TestInstallation installation, ProgrammeFile file)
    {
        var id = await UploadAsync(installation, file);
        await SubmitAsync(installation, Owner, id, VersionTexts.Carried(file));
        await PublishAsync(installation, Colleague, id);
    }

    private static Task<Guid> UploadAsync(TestInstallation installation, ProgrammeFile file) =>
        DeskAsync(installation, desk => desk.UploadAsync(Owner, TestInstallation.NewId(), file));

    private static Task SubmitAsync(TestInstallation installation, CurrentAccount who, Guid id, IReadOnlyList<SandboxMove> moves) =>
        DeskAsync(installation, desk => desk.SubmitAsync(who, TestInstallation.NewId(), id, moves));

    private static Task PublishAsync(TestInstallation installation, CurrentAccount who, Guid id) =>
        DeskAsync(installation, desk => desk.PublishAsync(who, TestInstallation.NewId(), id));

    private static Task DeskAsync(TestInstallation installation, Func<DraftDesk, Task> act) =>
        DeskAsync(
            installation,
            async desk =>
            {
                await act(desk);
                return true;
            }
        );

    private static Task<T> DeskAsync<T>(TestInstallation installation, Func<DraftDesk, Task<T>> act) =>
        installation.InScopeAsync(scope => act(scope.GetRequiredService<DraftDesk>()));

    private static async Task RefusedAsync(Refusal refusal, Func<Task> act) =>
        (await Should.ThrowAsync<RefusedException>(act)).Refusal.ShouldBe(refusal);
}
