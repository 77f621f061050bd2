using Hemvag.Auditing;
using Hemvag.Modules.Cases;
using Hemvag.Modules.CashSupport.Bulk;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Modules.CashSupport.Receiving;
using Hemvag.Modules.Programmes;
using Hemvag.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using static Hemvag.Tests.CashSupport.CashSteps;

namespace Hemvag.Tests.CashSupport;

/// <summary>Someone who may be in a case of the return programme too: who is asked, and who learns nothing.</summary>
public sealed class CombinationTests
{
    [Theory, OnBothDatabases]
    public async Task Support_under_both_schemes_is_asked_about_by_who_works_on_both(DatabaseKind kind)
    {
        await using var world = await CashWorld.CreateAsync(kind);
        var amp = await BothSchemes.OpenAsync(world, Anna);
        var caseId = await world.EnterAsync(Anna);
        Task ConfirmAsync(CombinationAnswer? answer) =>
            world.DoAsync<ReceiptConfirming>(CashPeople.Caseworker, caseId, (s, handle) => s.ConfirmAsync(handle, world.NewId(), answer));

        (await BesideAsync(world, CashPeople.Caseworker, caseId)).ShouldHaveSingleItem();
        (await BesideAsync(world, CashPeople.Officer, caseId)).ShouldBeEmpty();
        await RefusedAsync("CombinationNotAsked", () => ConfirmAsync(null));
        await RefusedAsync("CombinationWaits", () => ConfirmAsync(CombinationAnswer.Waits));
        await RefusedAsync("CombinationRefused", () => ConfirmAsync(CombinationAnswer.MayNot));
        await ConfirmAsync(CombinationAnswer.MayBeCombined);
        (await world.ReadAsync(db => db.Set<CashDecision>().SingleAsync())).Combination.ShouldBe(CombinationAnswer.MayBeCombined);
        // Nothing of it is said in the other case, nor which one it is in this.
        var number = (await world.CaseAsync(amp)).Number;
        (
            await world.ReadAsync(db => db.Set<OperationEvent>().AnyAsync(e => e.Data.Contains("CombinationAnswer") && e.Data.Contains(number)))
        ).ShouldBeFalse();
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task An_answer_that_is_awaited_binds_colleagues_who_do_not_know_why(DatabaseKind kind)
    {
        await using var world = await CashWorld.CreateAsync(kind);
        await BothSchemes.OpenAsync(world, Anna, CashPeople.Caseworker);
        var caseId = await world.EnterAsync(Anna);
        Task ConfirmAsync(Modules.Accounts.CurrentAccount who, CombinationAnswer? answer = null) =>
            world.DoAsync<ReceiptConfirming>(who, caseId, (s, handle) => s.ConfirmAsync(handle, world.NewId(), answer));
        Task PutOffAsync(Modules.Accounts.CurrentAccount who, CombinationAnswer? answer = null) =>
            world.DoAsync<ReceiptConfirming>(who, caseId, (s, handle) => s.PutOffAsync(handle, world.NewId(), answer));

        (await world.AskAsync((ConfirmMany s) => s.WaitingAsync(CashPeople.OtherCaseworker))).ShouldHaveSingleItem();
        // A caseworker of IOM Finland who is not on the other case is not asked.
        (await BesideAsync(world, CashPeople.OtherCaseworker, caseId)).ShouldBeEmpty();
        (await BesideAsync(world, CashPeople.Caseworker, caseId)).ShouldHaveSingleItem();
        foreach (var answer in new[] { CombinationAnswer.Waits, CombinationAnswer.MayNot })
        {
            await PutOffAsync(CashPeople.Caseworker, answer);
            // Nor does it fill a place on the list on which many are marked.
            (await world.AskAsync((ConfirmMany s) => s.WaitingAsync(CashPeople.OtherCaseworker))).ShouldBeEmpty();
            (await world.ReadAsync(db => db.Set<CashDecision>().AsNoTracking().SingleAsync())).Combination.ShouldBe(answer);
            await RefusedAsync("ReceiptPutOff", () => ConfirmAsync(CashPeople.OtherCaseworker));
            // Nor can a colleague answer what they do not know of.
            await RefusedAsync("ReceiptPutOff", () => ConfirmAsync(CashPeople.OtherCaseworker, CombinationAnswer.MayBeCombined));
        }

        // Put off for any reason it is the same operation.
        var other = await world.EnterAsync(CashPeople.Person("Beata", "Other", new DateOnly(1970, 1, 1), "X700101", 30_000_00));
        await world.DoAsync<ReceiptConfirming>(CashPeople.Caseworker, other, (s, h) => s.PutOffAsync(h, world.NewId(), CombinationAnswer.MayNot));
        (await world.ReadAsync(db => db.Set<CashDecision>().AsNoTracking().SingleAsync(d => d.CaseId == other))).Combination.ShouldBeNull();
        await RefusedAsync(
            "ReceiptPutOff",
            () => world.DoAsync<ReceiptConfirming>(CashPeople.OtherCaseworker, other, (s, h) => s.ConfirmAsync(h, world.NewId()))
        );
        await world.DoAsync<ReceiptConfirming>(CashPeople.Caseworker, other, (s, h) => s.ConfirmAsync(h, world.NewId()));
        var kinds = await world.ReadAsync(db => db.Set<Operation>().Select(o => o.Kind).Distinct().ToListAsync());
        kinds.ShouldContain("LookThroughReceipt");
        kinds.ShouldNotContain(k => k.Contains("Combination", StringComparison.Ordinal));

        // No leads to an end with a ground that tells nothing.
        await EndAsync(world, caseId, CashPeople.Caseworker, ClosingGround.NotPaidOut);
        (await world.CaseAsync(caseId)).ClosingGround.ShouldBe(ClosingGround.NotPaidOut);
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task A_version_that_allows_both_schemes_asks_nothing_and_one_that_refuses_says_so(DatabaseKind kind)
    {
        await using (var allowed = await CashWorld.CreateAsync(kind, CombinationRule.Allowed))
        {
            await BothSchemes.OpenAsync(allowed, Anna);
            var caseId = await allowed.EnterAsync(Anna);
            (await BesideAsync(allowed, CashPeople.Caseworker, caseId)).ShouldHaveSingleItem();
            await allowed.DoAsync<ReceiptConfirming>(CashPeople.Caseworker, caseId, (s, handle) => s.ConfirmAsync(handle, allowed.NewId()));
            (await allowed.CaseAsync(caseId)).Has(MilestoneKind.ReceiptConfirmed).ShouldBeTrue();
        }

        await using var world = await CashWorld.CreateAsync(kind, CombinationRule.Refused);
        await BothSchemes.OpenAsync(world, Anna);
        var refused = await world.EnterAsync(Anna);
        foreach (var answer in new CombinationAnswer?[] { null, CombinationAnswer.MayBeCombined })
        {
            await RefusedAsync(
                "CombinationRefused",
                () => world.DoAsync<ReceiptConfirming>(CashPeople.Caseworker, refused, (s, handle) => s.ConfirmAsync(handle, world.NewId(), answer))
            );
        }
    }

    [Theory, OnBothDatabases]
    public async Task A_case_of_a_newer_key_is_found_once_the_names_are_open(DatabaseKind kind)
    {
        await using var world = await CashWorld.CreateAsync(kind);
        var caseId = await world.EnterAsync(Anna);
        world.RotateKeys();
        await BothSchemes.OpenAsync(world, Anna);
        (await BesideAsync(world, CashPeople.Caseworker, caseId)).ShouldBeEmpty();
        await world.OpenIdentityAsync(CashPeople.Caseworker, caseId);
        (await BesideAsync(world, CashPeople.Caseworker, caseId)).ShouldHaveSingleItem();
        // A decision that is newer than the key meets the cases of every version.
        await EndAsync(world, caseId, CashPeople.Officer, ClosingGround.DecisionRevoked);
        var later = await world.EnterAsync(Anna);
        (await BesideAsync(world, CashPeople.Caseworker, later)).ShouldHaveSingleItem();
    }

    private static async Task<IReadOnlyList<string>> BesideAsync(CashWorld world, Modules.Accounts.CurrentAccount who, Guid caseId)
    {
        var handle = (await world.FindAsync(who, caseId)).ShouldNotBeNull();
        return await world.AskAsync((CombinationCheck s) => s.NumbersAsync(handle));
    }
}
