using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Modules.CashSupport.Ending;
using Hemvag.Modules.CashSupport.Recovery;
using Hemvag.Modules.Money.Payments;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.CashSupport;

/// <summary>What the tests of paying cash support do in a decision, step by step.</summary>
internal static class CashSteps
{
    public static readonly CashPerson Anna = CashPeople.Person("Anna", "Jabbar", new DateOnly(1990, 4, 4), "P100200", 30_000_00);

    public static Task WithdrawAsync(CashWorld world, Guid caseId, Guid recovery) =>
        world.DoAsync<Recovering>(
            CashPeople.Officer,
            caseId,
            (s, handle) => s.WithdrawAsync(handle, world.NewId(), recovery, WithdrawalReason.WronglyRecorded)
        );

    public static Task EndAsync(CashWorld world, Guid caseId, Modules.Accounts.CurrentAccount who, ClosingGround ground) =>
        world.DoAsync<CashEndings>(who, caseId, (s, handle) => s.EndAsync(handle, world.NewId(), ground));

    public static Task<List<Payment>> PaymentsAsync(CashWorld world, Guid caseId) =>
        world.ReadAsync(db => db.Set<Payment>().AsNoTracking().Where(p => p.CaseId == caseId).ToListAsync());

    public static async Task RefusedAsync(string name, Func<Task> act) =>
        (await Assert.ThrowsAsync<RefusedException>(act)).Refusal.Name.ShouldBe(name);
}
