namespace Hemvag.Modules.Cases;

/// <summary>The id a new case has: it follows from its form, so that a second submit finds the first one's case.</summary>
internal static class CaseIds
{
    public static Guid From(Guid operationId)
    {
        var bytes = operationId.ToByteArray();
        // Another id in the same millisecond: the last byte differs from the operation's.
        bytes[^1] ^= 0xA5;
        return new Guid(bytes);
    }
}
