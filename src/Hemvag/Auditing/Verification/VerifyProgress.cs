namespace Hemvag.Auditing.Verification;

/// <summary>How far a verification has come.</summary>
/// <param name="Operations">Operations looked at so far.</param>
/// <param name="OperationsInAll">Those the heads of all streams count.</param>
/// <param name="Rows">Chained rows compared so far.</param>
internal sealed record VerifyProgress(long Operations, long OperationsInAll, long Rows);

/// <summary>What a verification has looked at.</summary>
/// <param name="Erased">Keys of compartments that were destroyed and whose erasure is recorded.</param>
internal sealed record VerifiedCounts(int Streams, int Operations, int Rows, int Erased);
