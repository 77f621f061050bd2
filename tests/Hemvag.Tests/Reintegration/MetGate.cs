using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Reintegration;

namespace Hemvag.Tests.Reintegration;

/// <summary>Stands for a gate of another module, always met.</summary>
internal sealed class MetGate(GateKind kind) : IGate
{
    public GateKind Kind => kind;

    public Task<GateState> CheckAsync(GateContext context) =>
        Task.FromResult(new GateState(kind, true, "GateDetail.MoneySettled.Met", typeof(ReintegrationTexts), ""));
}
