using Hemvag.Sealing;

namespace Hemvag.Auditing;

/// <summary>The bytes an operation stands for, and its MAC over the one before.</summary>
internal static class ChainLink
{
    public static byte[] Compute(RootKeys keys, byte[] previous, Operation operation)
    {
        var writer = new CanonicalWriter();
        writer.Write(operation.Id);
        writer.Write(operation.Stream);
        writer.Write(operation.Version);
        writer.Write(operation.Kind);
        writer.Write(operation.At);
        writer.Write(operation.AccountId);
        writer.Write(operation.ActorName);
        writer.Write(operation.Rows);
        foreach (var happened in operation.Events.OrderBy(e => e.Ordinal))
        {
            writer.Write(happened.Ordinal);
            writer.Write(happened.Kind);
            writer.Write(happened.Schema);
            writer.Write(happened.Data);
        }

        return new ChainMac(keys).Next(previous, writer.ToArray(), operation.KeyVersion);
    }
}
