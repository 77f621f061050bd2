using System.Linq.Expressions;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Money;
using Hemvag.Modules.Programmes;

namespace Hemvag.Tests.Money;

/// <summary>Stands for a gate of another module, always met.</summary>
internal sealed class MetGate(GateKind kind) : Gate<bool>(kind)
{
    protected override Expression<Func<Case, bool>> Looks(GateContext context) => c => true;

    protected override GateState State(GateContext context, bool seen) => new(Kind, seen, "GateDetail.MoneySettled.Met", typeof(MoneyTexts), "");
}
