using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Hemvag.Sealing;

/// <summary>
/// The one place a ciphertext belongs to. It is the associated data of the seal: bytes copied to another case,
/// compartment, record or version no longer open.
/// </summary>
/// <param name="CaseId">The case whose key seals.</param>
/// <param name="Compartment">Exactly one compartment.</param>
/// <param name="RecordId">The sealed record or file.</param>
/// <param name="Version">The version of that record, from 1.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct SealedAddress(Guid CaseId, Compartment Compartment, Guid RecordId, int Version)
{
    /// <summary>Length of the canonical bytes.</summary>
    public const int Length = 40;

    /// <summary>Writes the canonical bytes: case, compartment, record, version; all big-endian and of fixed length.</summary>
    public void WriteTo(Span<byte> destination)
    {
        Compartments.RequireSingle(Compartment);
        CaseId.TryWriteBytes(destination, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(destination[16..], (int)Compartment);
        RecordId.TryWriteBytes(destination[20..], bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(destination[36..], Version);
    }
}
