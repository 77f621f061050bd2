using Hemvag.Data;

namespace Hemvag.Auditing.Verification;

/// <summary>Something that is not as it was recorded: where, and what differs. Names ids only.</summary>
internal sealed record Finding(string Stream, string Row, string What)
{
    public override string ToString() => $"{Stream}  {Row}  {What}";
}

/// <summary>A module's own check: a derived value against its rows, a sum against its entries.</summary>
internal interface IVerification
{
    IAsyncEnumerable<Finding> CheckAsync(HemvagDbContext db, CancellationToken stop);
}
