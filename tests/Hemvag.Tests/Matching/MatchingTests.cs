using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases.List;
using Hemvag.Modules.Cases.Matters;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Matching;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.TestKit.Databases;
using Hemvag.Tests.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Matching;

/// <summary>Tokens stand as the sealed person stands; whoever asks "have we met?" learns nothing, the arbiter one word.</summary>
public sealed class MatchingTests
{
    private static readonly DateOnly Born = new(1994, 5, 2);

    [Theory, OnBothDatabases]
    public async Task Tokens_follow_what_is_sealed_and_stand_for_no_part_of_a_name(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var caseId = await installation.OpenMatterAsync();
        (await KindsAsync(installation, caseId)).ShouldBe([MatchKind.NameAndBirthYear, MatchKind.NameLikeAndBirthYear, MatchKind.Phone]);

        await SaveAsync(installation, caseId, new IdentityPayload(null, "Amina", "Berisha", Born, null, null, "AB 123-456"), 1);
        (await KindsAsync(installation, caseId)).ShouldContain(MatchKind.DocumentNumber);

        await SaveAsync(installation, caseId, new IdentityPayload(null, "Amina", null, Born, null, null), 2);
        (await KindsAsync(installation, caseId)).ShouldBe([MatchKind.Phone]);
        (await installation.VerifyAsync()).Findings.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task The_arbiter_learns_yes_maybe_or_no_and_nobody_else_does(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var arbiter = await NameArbiterAsync(installation);
        var known = await installation.OpenMatterAsync(Matter("Amina", "Berisha", "+46701234567"));
        var same = await installation.OpenMatterAsync(Matter("AMINA", "Berisha", "+46709999999"));
        var alike = await installation.OpenMatterAsync(Matter("Ameena", "Berisha", "+46708888888"));
        var other = await installation.OpenMatterAsync(Matter("Lule", "Hoxha", "+46707777777"));

        await AskAsync(installation, same);
        await AskAsync(installation, alike);
        await AskAsync(installation, other);

        (await OutcomesAsync(installation)).ShouldBe([(same, MetOutcome.Yes), (alike, MetOutcome.Maybe), (other, MetOutcome.No)], ignoreOrder: true);
        await using var db = installation.Database.Open();
        var told = await db.Set<OperationEvent>()
            .Where(e => e.Kind == nameof(AskedIfMet))
            .Select(e => e.Data)
            .ToListAsync(TestContext.Current.CancellationToken);
        told.Count.ShouldBe(3);
        told.ShouldAllBe(d =>
            !d.Contains("Outcome", StringComparison.OrdinalIgnoreCase) && !d.Contains($"{known}", StringComparison.OrdinalIgnoreCase)
        );
        var question = await db.Set<MetQuestion>().FirstAsync(q => q.CaseId == same, TestContext.Current.CancellationToken);
        (await AnswerAsync(installation, TestInstallation.Coordinator, question.Id)).ShouldBeFalse();
        (await AnswerAsync(installation, arbiter, question.Id)).ShouldBeTrue();
        await ShouldRefuseAsync(MatchingRefusals.MetAlreadyAnswered, () => AnswerAsync(installation, arbiter, question.Id));
        (await db.Set<Notice>().SingleAsync(n => n.Kind == MetNotice.Kind, TestContext.Current.CancellationToken)).AccountId.ShouldBe(
            TestInstallation.Coordinator.Id
        );
        (await installation.VerifyAsync()).Findings.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Asking_needs_an_arbiter_an_opening_something_to_compare_and_has_a_limit(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var first = await installation.OpenMatterAsync();
        await ShouldRefuseAsync(MatchingRefusals.MetNotOpen, () => AskAsync(installation, first, open: false));
        await ShouldRefuseAsync(MatchingRefusals.MetNoArbiter, () => AskAsync(installation, first));
        await NameArbiterAsync(installation);
        var empty = await installation.OpenMatterAsync(Matter("Amina", null, ""));
        await ShouldRefuseAsync(MatchingRefusals.MetNothingToCompare, () => AskAsync(installation, empty));
        await AskAsync(installation, first);
        await ShouldRefuseAsync(MatchingRefusals.MetStillWaits, () => AskAsync(installation, first));
        for (var i = 1; i < MetQuestions.DailyLimit; i++)
        {
            await AskAsync(installation, await installation.OpenMatterAsync());
        }

        var late = await installation.OpenMatterAsync();
        await ShouldRefuseAsync(MatchingRefusals.MetLimitReached, () => AskAsync(installation, late));
        installation.Time.Advance(TimeSpan.FromDays(1));
        await AskAsync(installation, late);
    }

    /// <summary>The token key has a new version; what was stored under the old one is still met.</summary>
    [Theory, OnBothDatabases]
    public async Task After_a_rotation_old_tokens_are_met(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        await NameArbiterAsync(installation);
        await installation.OpenMatterAsync();
        RootKeyFile.AddVersion(installation.KeyFolder, installation.Time);
        installation.Time.Advance(RootKeys.Settles);
        installation.Services.GetRequiredService<RootKeys>().LookAgain();
        var later = await installation.OpenMatterAsync();

        await AskAsync(installation, later);

        (await OutcomesAsync(installation)).ShouldBe([(later, MetOutcome.Yes)]);
        (await SearchAsync(installation, TestInstallation.Coordinator, new MatchSubject("Amina Berisha", 1994, [], []))).Count.ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task A_search_finds_own_cases_alone_however_they_are_spelled(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var amina = await installation.OpenMatterAsync(Matter("Наталья", "Попова", "+46701234567"));
        var khaled = await installation.OpenMatterAsync(Matter("Khaled", "Alhassan", ""));
        var me = TestInstallation.Coordinator;
        (await FoundAsync(new MatchSubject("Natalia Popova", 1994, [], []))).ShouldBe([(amina, true)]);
        (await FoundAsync(new MatchSubject("خالد الحسن", 1994, [], []))).ShouldBe([(khaled, false)]);
        (await FoundAsync(new MatchSubject(null, null, ["070-123 45 67"], []))).ShouldBe([(amina, true)]);
        (await FoundAsync(new MatchSubject("Natalia Popova", 1993, [], []))).ShouldBeEmpty();
        await ShouldRefuseAsync(
            Hemvag.Modules.Cases.CaseRefusals.NothingToSearch,
            () => SearchAsync(installation, me, new MatchSubject("Natalia", 1994, [], []))
        );
        var stranger = me with { Id = TestInstallation.NewId(), OrganisationId = StableId.Of("region:vast") };
        (await SearchAsync(installation, stranger, new MatchSubject("Natalia Popova", 1994, [], []))).ShouldBeEmpty();
        // Whoever may open neither identity nor contact is not told by a search either.
        PersonSearch.IsFor(me with { Roles = new HashSet<Role> { Role.IomApprover } }).ShouldBeFalse();

        async Task<IReadOnlyList<(Guid, bool)>> FoundAsync(MatchSubject subject) =>
            [.. (await SearchAsync(installation, me, subject)).Select(f => (f.Id, f.IsSure))];
    }

    private static MatterRequest Matter(string given, string? family, string phone) =>
        TestInstallation.Matter() with
        {
            Identity = new IdentityPayload(null, given, family, Born, "AL", null),
            Contact = new ContactPayload(phone, null, null, null, null, "sq", true),
        };

    private static async Task<CurrentAccount> NameArbiterAsync(TestInstallation installation)
    {
        var national = await installation.InScopeAsync(s =>
            s.GetRequiredService<OrganisationQueries>().FindByCodeAsync("jamstalldhetsmyndigheten").AsTask()
        );
        var register = installation.Services.GetRequiredService<AccountRegister>();
        var account = await register.CreateAsync(
            TestInstallation.NewId(),
            Actor.System("test"),
            new NewAccount("arbiter@example.org", "Vera Ek", national!.Id, "sv", [Role.NationalCoordination])
        );
        var administrator = TestInstallation.Coordinator with { Id = TestInstallation.NewId() };
        await installation.InScopeAsync(async s =>
        {
            await s.GetRequiredService<Arbiters>().NameAsync(administrator, TestInstallation.NewId(), account.Id);
            return true;
        });
        return TestInstallation.Coordinator with { Id = account.Id, OrganisationId = national.Id };
    }

    private static async Task<bool> AskAsync(TestInstallation installation, Guid caseId, bool open = true)
    {
        if (open)
        {
            await installation.OpenCompartmentsAsync(caseId, Compartment.Identity | Compartment.Contact);
        }

        var handle = await installation.HandleAsync(caseId);
        return await installation.InScopeAsync(async s =>
        {
            await s.GetRequiredService<MetQuestions>().AskAsync(handle, TestInstallation.NewId(), MetReason.BeforeDecision);
            return true;
        });
    }

    private static Task<bool> AnswerAsync(TestInstallation installation, CurrentAccount who, Guid questionId) =>
        installation.InScopeAsync(s =>
            s.GetRequiredService<MetQuestions>().AnswerAsync(who, TestInstallation.NewId(), questionId, MetAnswer.ArbiterWillCall)
        );

    private static Task<IReadOnlyList<FoundCase>> SearchAsync(TestInstallation installation, CurrentAccount who, MatchSubject subject) =>
        installation.InScopeAsync(s => s.GetRequiredService<PersonSearch>().FindAsync(who, subject));

    private static Task SaveAsync(TestInstallation installation, Guid caseId, IdentityPayload identity, int shown) =>
        installation.InScopeAsync(async s =>
        {
            var handle = await installation.HandleAsync(caseId);
            await s.GetRequiredService<PersonService>().SaveIdentityAsync(handle, TestInstallation.NewId(), identity, shown);
            return true;
        });

    private static async Task<IReadOnlyList<MatchKind>> KindsAsync(TestInstallation installation, Guid caseId)
    {
        await using var db = installation.Database.Open();
        return [.. (await db.Set<StoredToken>().Where(t => t.CaseId == caseId).Select(t => t.Kind).ToListAsync()).Order()];
    }

    private static async Task<IReadOnlyList<(Guid, MetOutcome)>> OutcomesAsync(TestInstallation installation)
    {
        await using var db = installation.Database.Open();
        return [.. (await db.Set<MetQuestion>().OrderBy(q => q.Id).ToListAsync()).Select(q => (q.CaseId, q.Outcome))];
    }

    private static async Task ShouldRefuseAsync(Refusal refusal, Func<Task> act) =>
        (await Should.ThrowAsync<RefusedException>(act)).Refusal.ShouldBe(refusal);
}
