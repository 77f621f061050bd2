using System.Text;
using Hemvag.Auditing;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Retention;
using Hemvag.Sealing;
using Hemvag.TestKit.Databases;
using Hemvag.Tests.Auditing;
using Hemvag.Tests.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using static Hemvag.Tests.Retention.ErasureWorld;
using Case = Hemvag.Modules.Cases.Case;

namespace Hemvag.Tests.Retention;

/// <summary>Promise 5: erasing destroys the key; figures and chain stay whole, and nothing brings the key back.</summary>
public sealed class ErasureTests
{
    [Theory, OnBothDatabases]
    public async Task A_case_is_erased_by_two_people_when_its_time_and_the_grace_are_over(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var caseId = await installation.EndedMatterAsync();
        var other = await installation.OpenMatterAsync();
        var keys = await installation.KeysAsync(caseId);
        keys.Count.ShouldBe(3);
        await ShouldRefuseAsync(RetentionRefusals.ErasureNotDue, () => installation.PrepareAsync(caseId));
        installation.Time.Advance(TimeSpan.FromDays(366 + 31));
        (await DueAsync(installation)).Select(d => d.CaseId).ShouldBe([caseId]);
        await installation.PrepareAsync(caseId);
        (await DueAsync(installation)).ShouldBeEmpty();
        await ShouldRefuseAsync(RetentionRefusals.ErasureAlreadyPrepared, () => installation.PrepareAsync(caseId));
        var erasure = await installation.ErasureAsync(caseId);
        await ShouldRefuseAsync(RetentionRefusals.ErasureSamePerson, () => installation.ConfirmAsync(erasure.Id, Officer));
        (
            await installation.ConfirmAsync(
                erasure.Id,
                Second with
                {
                    OrganisationId = TestInstallation.NewId(),
                    OrganisationKind = OrganisationKind.Region,
                }
            )
        ).ShouldBeFalse();
        (await installation.ConfirmAsync(erasure.Id)).ShouldBeTrue();
        await ShouldRefuseAsync(RetentionRefusals.ErasureNotWaiting, () => installation.ConfirmAsync(erasure.Id));
        (await installation.RunJobAsync(erasure.Id)).ShouldBe(installation.Time.GetUtcNow().UtcDateTime.AddDays(1), "the grace runs");
        (await installation.KeysAsync(caseId)).Count.ShouldBe(3);
        installation.Time.Advance(TimeSpan.FromDays(30));

        (await installation.RunJobAsync(erasure.Id)).ShouldBeNull();

        (await installation.KeysAsync(caseId)).ShouldBeEmpty();
        (await installation.KeysAsync(other)).Count.ShouldBe(3);
        await using var db = installation.Database.Open();
        (await db.Set<StoredToken>().CountAsync(t => t.CaseId == caseId, TestContext.Current.CancellationToken)).ShouldBe(0);
        (await db.Set<Case>().SingleAsync(c => c.Id == caseId, TestContext.Current.CancellationToken)).ErasedAt.ShouldNotBeNull();
        var done = await installation.ErasureAsync(caseId);
        done.FinalOn.ShouldBe(DateOnly.FromDateTime(done.ErasedAt!.Value).AddDays(35));
        (await installation.ReadAsync(caseId)).ShouldBe((null, null));
        var (findings, counts) = await installation.VerifyAsync();
        findings.ShouldBeEmpty();
        counts.Erased.ShouldBe(3);
        (await installation.RunJobAsync(erasure.Id)).ShouldBeNull("a second run finds nothing to do");
    }

    /// <summary>The wrapped key's own bytes are the canary.</summary>
    [Theory, OnBothDatabases]
    public async Task No_byte_of_a_destroyed_key_is_left_in_file_log_dump_or_backup(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var caseId = await installation.OpenMatterAsync();
        var key = (await installation.KeysAsync(caseId)).Single(k => k.Compartment == Compartment.Contact);
        (await StoredFiles.HoldAsync(installation.Database, key.Wrapped[^32..])).ShouldNotBeEmpty("the canary can be seen at all");

        await installation.EraseAsync(caseId, Compartment.Contact);

        (await StoredFiles.HoldAsync(installation.Database, key.Wrapped[^32..])).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task One_compartment_goes_the_others_stay_and_what_is_written_later_has_a_new_key(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var caseId = await installation.OpenMatterAsync();
        await installation.AttachAsync(caseId, "note.pdf", Encoding.ASCII.GetBytes("%PDF-1.7 something"));
        await ShouldRefuseAsync(RetentionRefusals.ErasureMoneyKept, () => installation.PrepareAskedAsync(caseId, Compartment.Bank));
        await ShouldRefuseAsync(RetentionRefusals.ErasureNothingThere, () => installation.PrepareAskedAsync(caseId, Compartment.Health));

        await installation.EraseAsync(caseId, Compartment.Contact);

        (await installation.ReadAsync(caseId)).ShouldBe(("Berisha", null));
        await installation.SaveContactAsync(caseId, "+46709999999", 1);
        (await installation.ReadAsync(caseId)).ShouldBe(("Berisha", "+46709999999"));
        await installation.EraseAsync(caseId, Compartment.Notes);
        var handle = await installation.HandleAsync(caseId);
        var (findings, counts) = await installation.VerifyAsync();
        findings.ShouldBeEmpty();
        counts.Erased.ShouldBe(2);
        handle.Case.ErasedAt.ShouldBeNull();
        await installation.OpenCompartmentsAsync(caseId, Compartment.Notes);
        var opened = (await installation.HandleAsync(caseId)).Opened!;
        await using var db = installation.Database.Open();
        var file = await db.Set<SealedFile>().AsNoTracking().SingleAsync(TestContext.Current.CancellationToken);
        var files = installation.Services.GetRequiredService<Hemvag.Modules.Cases.Documents.CaseFiles>();
        (await files.OpenAsync(db, opened, file.Id)).ShouldBeNull();
        (await files.LabelsAsync(db, opened, [file])).ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Something_new_in_the_case_takes_it_out(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var caseId = await installation.OpenMatterAsync();
        var early = await installation.PrepareAskedAsync(caseId, Compartment.Contact);
        await installation.SaveContactAsync(caseId, "+46709999999", 1);
        await ShouldRefuseAsync(RetentionRefusals.ErasureSomethingNew, () => installation.ConfirmAsync(early.Id));
        await installation.InScopeAsync(s => s.GetRequiredService<ErasureDesk>().TakeOutAsync(Officer, TestInstallation.NewId(), early.Id));
        var erasure = await installation.PrepareAskedAsync(caseId, Compartment.Contact);
        await installation.ConfirmAsync(erasure.Id);
        // Newer root keys are no note in the case.
        RootKeyFile.AddVersion(installation.KeyFolder, installation.Time);
        installation.Time.Advance(RootKeys.Settles);
        installation.Services.GetRequiredService<RootKeys>().LookAgain();
        await ActivatorUtilities.CreateInstance<KeyRewrapping>(installation.Services).RunAsync(_ => Task.CompletedTask, CancellationToken.None);
        (await installation.RunJobAsync(erasure.Id)).ShouldNotBeNull();
        await installation.SaveContactAsync(caseId, "+46708888888", 2);
        installation.Time.Advance(TimeSpan.FromDays(31));

        (await installation.RunJobAsync(erasure.Id)).ShouldBeNull();

        var out_ = await installation.ErasureAsync(caseId);
        out_.TakenOutWhy.ShouldBe(TakenOut.SomethingNew);
        out_.ErasedAt.ShouldBeNull();
        await using var db = installation.Database.Open();
        var told = await db.Set<Hemvag.Jobs.Notice>()
            .SingleAsync(n => n.Kind == EraseCompartments.TakenOutNotice, TestContext.Current.CancellationToken);
        told.AccountId.ShouldBe(Officer.Id);
        (await installation.ReadAsync(caseId)).FamilyName.ShouldBe("Berisha");
        (await installation.VerifyAsync()).Findings.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task What_is_written_elsewhere_does_not_keep_what_the_person_wants_gone(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var caseId = await installation.OpenMatterAsync();
        installation.Time.Advance(TimeSpan.FromMinutes(1));
        var erasure = await installation.PrepareAskedAsync(caseId, Compartment.Identity);
        await installation.SaveContactAsync(caseId, "+46709999999", 1);
        await installation.ConfirmAsync(erasure.Id);
        await installation.SaveContactAsync(caseId, "+46708888888", 2);
        installation.Time.Advance(TimeSpan.FromDays(31));

        await installation.RunJobAsync(erasure.Id);

        (await installation.ErasureAsync(caseId)).ErasedAt.ShouldNotBeNull();
        (await installation.VerifyAsync()).Findings.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task A_key_destroyed_without_a_recorded_erasure_is_found(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var caseId = await installation.OpenMatterAsync();
        var key = (await installation.KeysAsync(caseId)).Single(k => k.Compartment == Compartment.Identity);
        await using var tamperer = await Tamperer.OpenAsync(installation.Database);
        var (where, parameters) = tamperer.Key(tamperer.Db.Model.FindEntityType(typeof(CaseKey))!, key);
        await tamperer.ExecuteAsync($"DELETE FROM case_keys WHERE {where}", parameters);
        (await installation.VerifyAsync()).Findings.ShouldContain(f => f.What == "does not open with the case's key");

        // A forged record of an erasure hides it no better.
        tamperer.Db.Add(
            new ErasedKey
            {
                Id = key.Id,
                CaseId = caseId,
                Compartment = key.Compartment,
                ErasedAt = new DateTime(2026, 9, 1, 8, 0, 0, DateTimeKind.Utc),
            }
        );
        await tamperer.Db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var found = (await installation.VerifyAsync()).Findings;
        found.ShouldContain(f => f.Row == $"ErasedKey {key.Id}" && f.What == "was added without an operation");
        found.ShouldContain(f => f.Row == $"CaseKey {key.Id}" && f.What == "is missing");
    }

    private static Task<IReadOnlyList<DueRow>> DueAsync(TestInstallation installation) =>
        installation.InScopeAsync(s => s.GetRequiredService<ErasureQueries>().DueAsync(Officer));
}
