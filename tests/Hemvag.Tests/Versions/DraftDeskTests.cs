using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Sandbox;
using Hemvag.Modules.Versions;
using Hemvag.Modules.Versions.Drafts;
using Hemvag.TestKit.Databases;
using Hemvag.Tests.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Hemvag.Tests.Versions.DraftSteps;

namespace Hemvag.Tests.Versions;

/// <summary>A version's way from a text to a rule, on both databases.</summary>
public sealed class DraftDeskTests
{
    [Theory, OnBothDatabases]
    public async Task A_draft_is_tried_by_its_owner_published_by_another_and_known_to_every_node(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var file = VersionTexts.File("amp-next", FirstDay.AddDays(30));
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
    public async Task A_draft_names_organisations_that_are_there(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var wrong = VersionTexts.File("amp-next", FirstDay.AddDays(30), root => root["parties"]![1]!["organisation"] = "iom-finnland");

        var reading = await DeskAsync(installation, desk => desk.ReadAsync(wrong.Content));

        reading.Errors.ShouldHaveSingleItem().Path.ShouldBe("$.parties[1].organisation");
        // Uploaded when nobody asked.
        var id = await UploadAsync(installation, wrong);
        await SubmitAsync(installation, Owner, id, VersionTexts.Carried(wrong));
        await RefusedAsync(VersionRefusals.DraftInvalid, () => PublishAsync(installation, Colleague, id));
        Catalogue(installation).Find("amp-next").ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task A_draft_takes_its_amounts_from_a_version_that_is_there(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        Task<ProgrammeReading> Reading(string from) =>
            DeskAsync(
                installation,
                desk => desk.ReadAsync(VersionTexts.Of("amp-next", FirstDay.AddDays(30), root => root["entitlements"]!["takenFrom"] = from))
            );
        (await Reading("amp-1999")).Errors.ShouldHaveSingleItem().Path.ShouldBe("$.entitlements.takenFrom");
        (await Reading("amp-2014")).Errors.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Two_who_publish_at_once_publish_once(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var file = VersionTexts.File("amp-next", FirstDay.AddDays(30));
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
        var file = VersionTexts.File("amp-next", FirstDay.AddDays(30));
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
}
