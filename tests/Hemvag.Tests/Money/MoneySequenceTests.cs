using Hemvag.Data;
using Hemvag.Modules.Money.Entitlements;
using Hemvag.Modules.Money.Ledger;
using Hemvag.Modules.Money.Payments;
using Hemvag.Modules.Programmes;
using Hemvag.TestKit;
using Hemvag.TestKit.Databases;
using Hemvag.Web.Refused;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Hemvag.Tests.Money.MoneyActs;

namespace Hemvag.Tests.Money;

/// <summary>Never above a ceiling, never unapproved, never twice, sums always equal: under any order and any concurrency.</summary>
public sealed class MoneySequenceTests
{
    [Fact]
    public void Any_order_of_acts_keeps_the_sums()
    {
        for (var i = 0; i < LongRun.Count(300, 10_000); i++)
        {
            SeededRandom.Run(unchecked(SeededRandom.Seed + i), random => new MoneySequence(random).Run(random.Next(5, 60)));
        }
    }

    [Theory, OnBothDatabases]
    public async Task Several_accounts_at_once_keep_the_sums(DatabaseKind kind)
    {
        await using var world = await MoneyWorld.CreateAsync(kind, atOnce: true);
        var rounds = LongRun.Count(20, 500);
        await SeededRandom.RunAsync(async random =>
        {
            for (var i = 0; i < rounds; i++)
            {
                var known = await world.PaymentsAsync();
                await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TryAsync(RandomAct(world, random, known))));
                if (i % 10 == 9)
                {
                    await CheckAsync(world);
                }
            }
        });
        await CheckAsync(world);
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Two_payers_at_once_pay_once(DatabaseKind kind)
    {
        await using var world = await MoneyWorld.CreateAsync(kind, atOnce: true);
        await world.RequestAsync(MoneyPeople.Requester, Grant(100));
        var payment = Assert.Single(await world.PaymentsAsync());
        await world.AnswerAsync(MoneyPeople.Approver, Approve(payment));
        await Task.WhenAll(
            Enumerable.Range(0, 5).Select(_ => TryAsync(() => world.PayAsync(MoneyPeople.Payer, payment.Id, 100, PaymentMode.DirectToProvider)))
        );
        Assert.Equal(1, await world.ReadAsync(db => db.Set<LedgerEntry>().CountAsync(e => e.PaymentId == payment.Id && e.Kind == LedgerKind.Paid)));
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Requests_at_once_never_pass_the_ceiling(DatabaseKind kind)
    {
        await using var world = await MoneyWorld.CreateAsync(kind, atOnce: true);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => TryAsync(() => world.RequestAsync(MoneyPeople.Requester, Grant(100000)))));
        var entitlement = await world.EntitlementAsync(EntitlementCategory.Reintegration);
        Assert.InRange(entitlement.ReservedMinor, 100000, 200000);
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task The_same_month_at_once_is_taken_once(DatabaseKind kind)
    {
        await using var world = await MoneyWorld.CreateAsync(kind, atOnce: true);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => TryAsync(() => world.RequestMonthsAsync(3))));
        Assert.Single(await world.PaymentsAsync());
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task The_database_itself_refuses_what_is_above_the_ceiling(DatabaseKind kind)
    {
        await using var world = await MoneyWorld.CreateAsync(kind);
        await using var owner = world.OpenAsOwner();
        var update = "UPDATE entitlements SET \"ReservedMinor\" = \"CeilingMinor\" + 1 WHERE \"Category\" = 'Health'";
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
            owner.Database.ExecuteSqlRawAsync(update, TestContext.Current.CancellationToken)
        );
    }

    [Theory, OnBothDatabases]
    public async Task Verification_finds_a_balance_that_is_not_the_sum(DatabaseKind kind)
    {
        await using var world = await MoneyWorld.CreateAsync(kind);
        await using (var owner = world.OpenAsOwner())
        {
            await owner.Database.ExecuteSqlRawAsync(
                "UPDATE entitlements SET \"PaidMinor\" = 1 WHERE \"Category\" = 'Health'",
                TestContext.Current.CancellationToken
            );
        }

        Assert.Contains(await world.FindingsAsync(), f => f.What == "differs from the sum of its ledger entries");
    }

    private static Func<Task> RandomAct(MoneyWorld world, Random random, List<Payment> known)
    {
        var requester = random.Pick([MoneyPeople.Requester, MoneyPeople.Payer]);
        var approver = random.Pick([MoneyPeople.Approver, MoneyPeople.SecondApprover]);
        var minor = random.NextInt64(1, 90000);
        var month = random.Next(1, 7);
        if (known.Count == 0 || random.Next(3) == 0)
        {
            return random.Next(2) == 0 ? () => world.RequestMonthsAsync(month) : () => world.RequestAsync(requester, Grant(minor));
        }

        var payment = random.Pick(known);
        return random.Next(6) switch
        {
            0 or 1 => () => world.AnswerAsync(approver, Approve(payment)),
            2 or 3 => () => world.PayAsync(requester, payment.Id, Math.Max(1, payment.AmountMinor - random.Next(2)), payment.Mode),
            4 => () => world.CancelAsync(requester, payment.Id),
            _ => () => world.ReverseAsync(approver, payment.Id),
        };
    }

    // A refusal and a race that was lost three times are both an answer; anything else is a fault.
    private static async Task TryAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception answer) when (answer is RefusedException or DbUpdateException or NotThereException)
        {
            Assert.NotNull(answer.Message);
        }
    }

    private static async Task CheckAsync(MoneyWorld world)
    {
        var entries = await world.ReadAsync(db => db.Set<LedgerEntry>().AsNoTracking().ToListAsync());
        var entitlements = await world.ReadAsync(db => db.Set<Entitlement>().AsNoTracking().ToListAsync());
        foreach (var entitlement in entitlements)
        {
            var sums = entries.Where(e => e.EntitlementId == entitlement.Id).Aggregate(LedgerSums.Zero, (sum, e) => sum.Plus(e.Kind, e.AmountMinor));
            Assert.Equal(sums, entitlement.Sums);
            Assert.True(sums.Hold);
        }

        foreach (var payment in await world.PaymentsAsync())
        {
            var replay = entries.Where(e => e.PaymentId == payment.Id).OrderBy(e => e.Ordinal).Aggregate(PaymentReplay.Nothing, (r, e) => r.After(e));
            Assert.True(replay.Fits(payment));
        }
    }
}
