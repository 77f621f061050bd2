using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Consultations.Threads;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.TestKit;
using Hemvag.TestKit.Databases;
using Hemvag.Tests.Auditing;
using Hemvag.Tests.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Consultations;

/// <summary>A question without a case: who reads it, and what is left when it has ended (S1.44).</summary>
public sealed class ConsultationTests
{
    private const string Question = "Finns det ett skyddat boende i landet?";
    private const string Answer = "There are two, and one has places.";

    [Theory, OnBothDatabases]
    public async Task The_asker_and_the_one_who_took_it_read_it_and_nobody_else(DatabaseKind kind)
    {
        await using var world = await QuestionWorld.StartAsync(kind);
        var id = await world.AskAsync(Question);
        (await world.FindAsync(id, world.Colleague)).ShouldBeNull();
        (await world.FindAsync(id, world.Caseworker)).ShouldNotBeNull().MayRead.ShouldBeFalse();
        (await world.ReadAsync(world.Caseworker, id)).ShouldBeEmpty();

        await world.TakeAsync(world.Caseworker, id);
        await world.WriteAsync(world.Caseworker, id, Answer);

        (await world.ReadAsync(world.Asker, id)).ShouldBe([Question, Answer]);
        (await world.ReadAsync(world.Caseworker, id)).ShouldBe([Question, Answer]);
        (await world.FindAsync(id, world.OtherCaseworker)).ShouldBeNull();
        (await world.FindAsync(id, world.Colleague)).ShouldBeNull();
        (await Refused(() => world.ActAsync(world.Asker, id, (s, h) => s.TakeAsync(h, TestInstallation.NewId())))).ShouldBe("ConsultationNotYours");
        // Each reading is an opening of its own, in the thread's name.
        (await world.WithDbAsync(db => db.Set<Opening>().CountAsync(o => o.CaseId == id && o.Purpose == "question", Stop))).ShouldBe(3);
        (await world.Installation.VerifyAsync()).Findings.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Given_back_it_is_read_no_more_and_the_colleague_who_takes_it_reads_all(DatabaseKind kind)
    {
        await using var world = await QuestionWorld.StartAsync(kind);
        var id = await world.AskAsync(Question);
        await world.TakeAsync(world.Caseworker, id);
        (await world.ReadAsync(world.Caseworker, id)).ShouldBe([Question]);
        await world.ActAsync(world.Caseworker, id, (s, h) => s.GiveBackAsync(h, TestInstallation.NewId()));

        (await world.FindAsync(id, world.Caseworker)).ShouldNotBeNull().Opened.ShouldBeNull();
        await world.TakeAsync(world.OtherCaseworker, id);
        (await world.ReadAsync(world.OtherCaseworker, id)).ShouldBe([Question]);
        (await world.FindAsync(id, world.Caseworker)).ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task Ended_by_the_asker_its_keys_are_gone_and_verify_accepts_it_as_recorded(DatabaseKind kind)
    {
        await using var world = await QuestionWorld.StartAsync(kind);
        var id = await world.AskAsync(Question);
        await world.TakeAsync(world.Caseworker, id);
        await world.WriteAsync(world.Caseworker, id, Answer);
        (await Refused(() => world.ActAsync(world.Asker, id, (s, h) => s.EndAndEraseAsync(h, TestInstallation.NewId(), false)))).ShouldBe(
            "ErasureNotConfirmed"
        );
        (await Refused(() => world.ActAsync(world.Caseworker, id, (s, h) => s.EndAndEraseAsync(h, TestInstallation.NewId(), true)))).ShouldBe(
            "ConsultationNotYours"
        );

        await world.ActAsync(world.Asker, id, (s, h) => s.EndAndEraseAsync(h, TestInstallation.NewId(), true));

        (await world.WithDbAsync(db => db.Set<CaseKey>().CountAsync(k => k.CaseId == id, Stop))).ShouldBe(0);
        (await world.ReadAsync(world.Asker, id)).ShouldBeEmpty();
        (await world.FindAsync(id, world.Caseworker)).ShouldBeNull();
        (await world.FindAsync(id, world.Asker)).ShouldNotBeNull().Consultation.ErasedAt.ShouldNotBeNull();
        (await world.Installation.VerifyAsync()).Findings.ShouldBeEmpty();
        (
            await Refused(() => world.ActAsync(world.Asker, id, (s, h) => s.WriteAsync(h, TestInstallation.NewId(), new WrittenText("Mer?", null))))
        ).ShouldBe("ConsultationHasEnded");
    }

    [Theory, OnBothDatabases]
    public async Task A_key_that_somebody_removed_is_found_although_another_was_destroyed(DatabaseKind kind)
    {
        await using var world = await QuestionWorld.StartAsync(kind);
        var erased = await world.AskAsync(Question);
        var living = await world.AskAsync(Question);
        await world.ActAsync(world.Asker, erased, (s, h) => s.EndAndEraseAsync(h, TestInstallation.NewId(), true));
        await using (var tamperer = await Tamperer.OpenAsync(world.Installation.Database))
        {
            (await tamperer.ExecuteAsync("DELETE FROM case_keys")).ShouldBe(1);
        }

        var findings = (await world.Installation.VerifyAsync()).Findings;
        findings.ShouldContain(f => f.Stream == Streams.Consultation(living));
        findings.ShouldNotContain(f => f.Stream == Streams.Consultation(erased));
    }

    [Theory, OnBothDatabases]
    public async Task Ended_by_the_other_side_it_is_read_until_its_day_and_the_asker_is_told(DatabaseKind kind)
    {
        await using var world = await QuestionWorld.StartAsync(kind);
        var id = await world.AskAsync(Question);
        await world.TakeAsync(world.Caseworker, id);
        await world.WriteAsync(world.Caseworker, id, Answer);
        await world.ActAsync(world.Caseworker, id, (s, h) => s.EndAsync(h, TestInstallation.NewId()));

        (await NoticesAsync(world, world.Asker)).ShouldBe(["ConsultationAnswered", "ConsultationEnded"], ignoreOrder: true);
        (await world.ReadAsync(world.Asker, id)).ShouldBe([Question, Answer]);
        (
            await Refused(() => world.ActAsync(world.Asker, id, (s, h) => s.WriteAsync(h, TestInstallation.NewId(), new WrittenText("Mer?", null))))
        ).ShouldBe("ConsultationHasEnded");
        await EraseAsync(world, id);
        (await world.WithDbAsync(db => db.Set<CaseKey>().CountAsync(k => k.CaseId == id, Stop))).ShouldBe(0);
        (await world.Installation.VerifyAsync()).Findings.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Nothing_is_erased_while_nobody_is_there_who_was_asked(DatabaseKind kind)
    {
        await using var world = await QuestionWorld.StartAsync(kind);
        var id = await world.AskAsync(Question);
        await world.TakeAsync(world.Caseworker, id);
        await world.ActAsync(world.Caseworker, id, (s, h) => s.EndAsync(h, TestInstallation.NewId()));
        await world
            .Installation.Services.GetRequiredService<AccountRegister>()
            .CloseAsync(TestInstallation.NewId(), Actor.System("test"), world.Asker.Id);

        (await EraseAsync(world, id)).ShouldNotBeNull();
        (await world.WithDbAsync(db => db.Set<CaseKey>().CountAsync(k => k.CaseId == id, Stop))).ShouldBe(1);
        (await NoticesAsync(world, world.Colleague)).ShouldBe(["ConsultationOwnerless"]);
        await world.ActAsync(world.Colleague, id, (s, h) => s.TakeOverAsync(h, TestInstallation.NewId()));
        (await world.ReadAsync(world.Colleague, id)).ShouldBe([Question]);
        (await EraseAsync(world, id)).ShouldBeNull();
        (await world.WithDbAsync(db => db.Set<CaseKey>().CountAsync(k => k.CaseId == id, Stop))).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task What_a_colleague_had_taken_who_has_left_lies_at_the_desk_again(DatabaseKind kind)
    {
        await using var world = await QuestionWorld.StartAsync(kind);
        var id = await world.AskAsync(Question);
        await world.TakeAsync(world.Caseworker, id);
        (await world.FindAsync(id, world.OtherCaseworker)).ShouldBeNull();
        await world
            .Installation.Services.GetRequiredService<AccountRegister>()
            .SetRolesAsync(TestInstallation.NewId(), Actor.System("test"), world.Caseworker.Id, []);
        await world.TakeAsync(world.OtherCaseworker, id);
        (await world.ReadAsync(world.OtherCaseworker, id)).ShouldBe([Question]);
    }

    [Theory, OnBothDatabases]
    public async Task Of_two_who_take_it_at_once_one_does(DatabaseKind kind)
    {
        await using var world = await QuestionWorld.StartAsync(kind);
        var id = await world.AskAsync(Question);
        CurrentAccount[] both = [world.Caseworker, world.OtherCaseworker];
        var seen = await Task.WhenAll(both.Select(a => world.FindAsync(id, a)));
        var tries = await Task.WhenAll(
            seen.Select(h =>
                Refused(() =>
                    world.Installation.InScopeAsync(async s =>
                    {
                        await s.GetRequiredService<ConsultationService>().TakeAsync(h!, TestInstallation.NewId());
                        return true;
                    })
                )
            )
        );
        tries.Count(t => t is null).ShouldBe(1);
        (await world.Installation.VerifyAsync()).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_looks_personal_is_refused_without_a_reason_and_the_reason_is_recorded()
    {
        await using var world = await QuestionWorld.StartAsync(DatabaseKind.Sqlite);
        (await Refused(() => world.AskAsync("Det gäller Amina Berisha, 070-174 06 05."))).ShouldBe("PersonalDataNoticed");
        (await world.WithDbAsync(db => db.Set<Consultation>().CountAsync(Stop))).ShouldBe(0);
        var id = await world.AskAsync("Ring klinikens nummer 022 555 123.", KeptReason.WorkContact);
        var stream = Streams.Consultation(id);
        var told = await world.WithDbAsync(db =>
            db.Set<OperationEvent>()
                .Where(e => e.Kind == nameof(ConsultationTurnWritten) && db.Set<Operation>().Any(o => o.Id == e.OperationId && o.Stream == stream))
                .Select(e => e.Data)
                .SingleAsync(Stop)
        );
        told.ShouldContain("WorkContact");
        told.ShouldNotContain("555");
    }

    [Theory, OnBothDatabases]
    public async Task What_is_asked_and_answered_stands_nowhere_in_clear(DatabaseKind kind)
    {
        var sentinels = new Sentinels();
        await using var world = await QuestionWorld.StartAsync(kind);
        var id = await world.AskAsync(sentinels.Word(), KeptReason.BelongsToNobody);
        await world.TakeAsync(world.Caseworker, id);
        await world.ActAsync(
            world.Caseworker,
            id,
            (s, h) => s.WriteAsync(h, TestInstallation.NewId(), new WrittenText(sentinels.Word(), KeptReason.BelongsToNobody))
        );
        await world.ActAsync(world.Asker, id, (s, h) => s.EndAndEraseAsync(h, TestInstallation.NewId(), true));
        (await sentinels.FoundInAsync(world.Installation.Database)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_can_be_asked_follows_from_the_role()
    {
        await using var world = await QuestionWorld.StartAsync(DatabaseKind.Sqlite);
        var organisations = world.Installation.Services.GetRequiredService<OrganisationQueries>();
        var vast = (await organisations.FindByCodeAsync("vast")).ShouldNotBeNull();
        var iom = await organisations.GetAsync(IomFinland.Id);
        var office = (await organisations.FindByCodeAsync("iom-md")).ShouldNotBeNull();
        var professional = world.Asker with
        {
            OrganisationId = Guid.NewGuid(),
            Roles = new HashSet<Role> { Role.ReferringProfessional },
        };
        ConsultationService.CanAsk(world.Asker, iom).ShouldBeTrue();
        ConsultationService.CanAsk(world.Asker, vast).ShouldBeFalse();
        ConsultationService.CanAsk(professional, vast).ShouldBeTrue();
        ConsultationService.CanAsk(professional, office).ShouldBeFalse();
        ConsultationService.CanAsk(world.Caseworker, iom).ShouldBeFalse();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<string?> Refused(Func<Task> act)
    {
        try
        {
            await act();
            return null;
        }
        catch (RefusedException refused)
        {
            return refused.Refusal.Name;
        }
    }

    private static Task<DateTime?> EraseAsync(QuestionWorld world, Guid id) =>
        world.Installation.InScopeAsync(async s =>
        {
            var job = await s.GetRequiredService<HemvagDbContext>()
                .Set<Job>()
                .SingleAsync(j => j.Kind == EraseEndedConsultation.JobKind && j.SubjectId == id, Stop);
            job.RunAt.ShouldBe(FakeTime.Start.UtcDateTime.Date.AddDays(Consultation.DaysKept + 1));
            return await s.GetServices<IJobHandler>().Single(h => h.Kind == EraseEndedConsultation.JobKind).RunAsync(job, Stop);
        });

    private static Task<List<string>> NoticesAsync(QuestionWorld world, CurrentAccount account) =>
        world.WithDbAsync(db => db.Set<Notice>().Where(n => n.AccountId == account.Id).Select(n => n.Kind).ToListAsync(Stop));
}
