using Hemvag.Data;
using Hemvag.Modules.Money.Entitlements;
using Hemvag.Modules.Money.Ledger;
using Hemvag.Modules.Money.Payments;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.TestKit;
using Xunit;

namespace Hemvag.Tests.Money;

/// <summary>A plain model of what must be true: a list of payments with amounts, added up anew after each act.</summary>
internal sealed class ModelPayment
{
    public required long Asked { get; set; }

    public required int? Month { get; init; }

    public required int Requester { get; set; }

    public int? ApprovedBy { get; set; }

    public long Paid { get; set; }

    /// <summary>r requested, b sent back, a approved, p paid, k receipted, c cancelled, v reversed.</summary>
    public char State { get; set; } = 'r';
}

/// <summary>Acts at random on the real entities and on the model beside them, and compares.</summary>
internal sealed class MoneySequence
{
    private static readonly EntitlementSet Set = ProgrammeCatalogue.LoadInstalled().Get("amp-2018").Entitlements;
    private static readonly DateTime Start = new(2026, 9, 1, 7, 0, 0, DateTimeKind.Utc);
    private static readonly Guid[] People = [.. Enumerable.Range(1, 5).Select(i => new Guid(i, 0, 0, new byte[8]))];

    private readonly Random random;
    private readonly EntitlementDefinition line;
    private readonly Entitlement entitlement;
    private readonly List<LedgerEntry> ledger = [];
    private readonly List<(Payment Real, ModelPayment Model)> payments = [];
    private int ids = 100;

    public MoneySequence(Random random)
    {
        this.random = random;
        line = random.Pick(Set.Lines);
        (entitlement, var opened) = Entitlement.OpenForAdult(People[0], Set, line, Act(0));
        ledger.Add(opened);
    }

    public void Run(int steps)
    {
        for (var i = 0; i < steps; i++)
        {
            Step();
            Compare();
        }
    }

    private void Step()
    {
        var who = random.Next(People.Length);
        if (payments.Count == 0 || random.Next(4) == 0)
        {
            Request(who);
            return;
        }

        var (real, model) = random.Pick(payments);
        switch (random.Next(7))
        {
            case 0 or 1:
                Expect(
                    model.State == 'r' && model.Requester != who,
                    () => real.Approve(entitlement, real.Round, Act(who)),
                    () => Approved(model, who)
                );
                break;
            case 2:
                Expect(model.State == 'r', () => real.SendBack(entitlement, real.Round, Act(who)), () => model.State = 'b');
                break;
            case 3:
                Expect(model.State is 'r' or 'b' or 'a', () => real.Cancel(entitlement, Act(who)), () => model.State = 'c');
                break;
            case 4:
                Expect(model.State is 'p' or 'k', () => real.Reverse(entitlement, Act(who)), () => model.State = 'v');
                break;
            case 5:
                Again(real, model, who);
                break;
            default:
                Pay(real, model, who);
                break;
        }
    }

    private void Request(int who)
    {
        var order = Order(line.Instalments is null ? null : random.Next(1, line.Instalments.Count + 1));
        var taken = payments.Where(p => p.Model is { State: not ('c' or 'v'), Month: not null }).Select(p => p.Model.Month!.Value).ToHashSet();
        var fits = order.AmountMinor > 0 && order.AmountMinor <= Left && (order.Month is null || !taken.Contains(order.Month.Value));
        Payment? made = null;
        Expect(
            fits,
            () =>
            {
                (made, var move) = Payment.Request(entitlement, line, order, taken, Act(who));
                return move;
            },
            () =>
                payments.Add(
                    (
                        made!,
                        new ModelPayment
                        {
                            Asked = order.AmountMinor,
                            Month = order.Month,
                            Requester = who,
                        }
                    )
                )
        );
    }

    private void Again(Payment real, ModelPayment model, int who)
    {
        var order = Order(model.Month);
        Expect(
            model.State == 'b' && order.AmountMinor > 0 && order.AmountMinor <= Left,
            () => real.RequestAgain(entitlement, line, order, Act(who)),
            () => (model.State, model.Asked, model.Requester) = ('r', order.AmountMinor, who)
        );
    }

    private void Pay(Payment real, ModelPayment model, int who)
    {
        var amount = random.Next(3) == 0 ? random.NextInt64(-1, model.Asked + 2) : model.Asked;
        var mode = line.Modes[0];
        var order = new PaidOrder(Act(who).Today, mode, amount);
        var begun = model.Month is null || random.Next(4) > 0;
        var from = new PayableFrom(Act(who).Today, model.Month is null ? null : Act(who).Today.AddDays(begun ? 0 : 1));
        var may = model.State == 'a' && model.Requester != who && model.ApprovedBy != who && amount > 0 && amount <= model.Asked && begun;
        Expect(may, () => real.Pay(entitlement, line, order, from, Act(who)), () => (model.State, model.Paid) = ('p', amount));
    }

    private PaymentOrder Order(int? month)
    {
        var amount = line.Instalments?.AmountMinor ?? random.NextInt64(-1, line.CeilingMinor / random.Next(1, 9) + 2);
        return new PaymentOrder(line.Instalments is null ? line.Purposes[0] : null, line.Modes[0], amount, month);
    }

    private static void Approved(ModelPayment model, int who) => (model.State, model.ApprovedBy) = ('a', who);

    private void Expect(bool may, Func<PaymentMove> act, Action then)
    {
        try
        {
            ledger.AddRange(act().Entries);
            Assert.True(may, "The real rules allowed what the model refuses.");
            then();
        }
        catch (RefusedException refused)
        {
            Assert.False(may, $"The real rules refused {refused.Refusal.Name} what the model allows.");
        }
    }

    private long Sum(params char[] states) =>
        payments.Where(p => states.Contains(p.Model.State)).Sum(p => p.Model.State is 'p' or 'k' ? p.Model.Paid : p.Model.Asked);

    private long Left => line.CeilingMinor - Sum('r', 'a', 'p', 'k');

    private void Compare()
    {
        Assert.Equal((Sum('r'), Sum('a'), Sum('p', 'k')), (entitlement.ReservedMinor, entitlement.ApprovedMinor, entitlement.PaidMinor));
        Assert.True(entitlement.Sums.Hold);
        Assert.Equal(entitlement.Sums, ledger.Aggregate(LedgerSums.Zero, (sum, e) => sum.Plus(e.Kind, e.AmountMinor)));
        foreach (var (real, _) in payments)
        {
            var replay = ledger.Where(e => e.PaymentId == real.Id).Aggregate(PaymentReplay.Nothing, (r, e) => r.After(e));
            Assert.True(replay.Fits(real), "The ledger tells another story than the payment.");
            Assert.True(ledger.Count(e => e.PaymentId == real.Id && e.Kind == LedgerKind.Paid) <= 1, "Paid twice.");
        }
    }

    private MoneyAct Act(int who) => new(People[who], Start, new DateOnly(2026, 9, 1), () => new Guid(++ids, 1, 0, new byte[8]));
}
