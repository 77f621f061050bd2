using Hemvag.Data;
using Hemvag.Modules.CashSupport.Import.Keeping;
using Hemvag.Sealing;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Files;
using Hemvag.Tests.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.CashSupport;

/// <summary>Whose an import is, how long it is kept, and that nothing of it is left in clear.</summary>
public sealed class ImportKeepingTests
{
    [Theory, OnBothDatabases]
    public async Task Ended_its_keys_are_gone_and_what_was_not_entered_is_said_so(DatabaseKind kind)
    {
        await using var world = await ImportWorld.StartAsync(kind);
        var id = await world.UploadAsync(ImportWorld.Mixed());
        var before = await world.CountsAsync(id);
        (
            await Should.ThrowAsync<RefusedException>(() => world.ActAsync(id, (s, h) => s.EndAsync(h, TestInstallation.NewId(), false)))
        ).Refusal.Name.ShouldBe("ImportEndNotConfirmed");
        await world.ActAsync(id, (s, h) => s.EndAsync(h, TestInstallation.NewId(), true));
        (await world.CountsAsync(id)).ShouldBe(new CashRowCounts(0, before.Bad, 0, before.Ready));
        (await world.WithDbAsync(db => db.Set<CaseKey>().CountAsync(k => k.CaseId == id))).ShouldBe(0);
        (await world.FindAsync(id)).ShouldNotBeNull().MayRead.ShouldBeFalse();
        (await Should.ThrowAsync<RefusedException>(() => world.StartAsync(id))).Refusal.Name.ShouldBe("ImportHasEnded");
        (await world.Installation.VerifyAsync()).Findings.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task After_thirty_days_what_is_left_is_destroyed(DatabaseKind kind)
    {
        await using var world = await ImportWorld.StartAsync(kind);
        var id = await world.UploadAsync(ImportWorld.Mixed());
        world.Installation.Time.Advance(TimeSpan.FromDays(CashImport.DaysKept));
        await world.RunJobsAsync();
        (await world.ImportAsync(id)).State.ShouldBe(CashImportState.Uploaded);
        world.Installation.Time.Advance(TimeSpan.FromDays(1));
        await world.RunJobsAsync();
        (await world.ImportAsync(id)).State.ShouldBe(CashImportState.Ended);
        (await world.WithDbAsync(db => db.Set<CaseKey>().CountAsync(k => k.CaseId == id))).ShouldBe(0);
        (await world.Installation.VerifyAsync()).Findings.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task It_is_the_officers_until_they_have_left_and_then_a_colleagues_who_takes_it_over(DatabaseKind kind)
    {
        await using var world = await ImportWorld.StartAsync(kind);
        var id = await world.UploadAsync(ImportWorld.Mixed());
        (await world.FindAsync(id, world.Colleague)).ShouldBeNull();
        (await world.FindAsync(id, world.Caseworker)).ShouldBeNull();
        await world.StartAsync(id);
        await world.Installation.InScopeAsync(async s =>
        {
            await s.GetRequiredService<Hemvag.Modules.Accounts.AccountRegister>()
                .CloseAsync(TestInstallation.NewId(), Hemvag.Auditing.Actor.System("test"), world.Officer.Id);
            return true;
        });
        await world.RunJobsAsync();
        (await world.ImportAsync(id)).State.ShouldBe(CashImportState.Uploaded);
        (await world.CasesAsync()).ShouldBe(0);
        var found = (await world.FindAsync(id, world.Colleague)).ShouldNotBeNull();
        (found.MayRead, found.MayTakeOver).ShouldBe((false, true));
        (await Should.ThrowAsync<RefusedException>(() => world.StartAsync(id, world.Colleague))).Refusal.Name.ShouldBe("ImportNotYours");
        await world.ActAsync(id, (s, h) => s.TakeOverAsync(h, TestInstallation.NewId()), world.Colleague);
        await world.StartAsync(id, world.Colleague);
        await world.RunJobsAsync();
        (await world.CountsAsync(id)).Ready.ShouldBe(0);
        (await world.CasesAsync()).ShouldBeGreaterThan(0);
    }

    [Theory, OnBothDatabases]
    public async Task What_stands_in_the_file_stands_nowhere_in_clear(DatabaseKind kind)
    {
        await using var world = await ImportWorld.StartAsync(kind);
        var rows = DecisionRows.Decision(new Random(14), ImportWorld.Today, 7, 2);
        rows[1][DecisionRows.At("land")] = "Grönland";
        var id = await world.UploadAsync(DecisionRows.Csv(rows));
        var events = await world.WithDbAsync(db => db.Set<Hemvag.Auditing.OperationEvent>().Select(e => e.Data).ToListAsync());
        var stored = (await world.RowsAsync(id)).Select(r => r.Faults + r.Subject).Concat(events).ToList();
        foreach (var secret in rows.SelectMany(r => r).Where(c => c.Length > 4))
        {
            stored.ShouldAllBe(s => !s.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }
    }
}
