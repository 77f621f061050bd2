using Hemvag.Auditing;
using Hemvag.Sealing;

namespace Hemvag.Modules.Travel.Office;

internal sealed record LocalOfficeNamed(Guid? Before, Guid After) : IEvent;

/// <summary>Why another office took over.</summary>
internal sealed record OfficeChange(Guid Before, string Reason) : ISealedPayload
{
    public const string Subject = "travel.office-change";

    public static string Kind => "office-change";

    public static int SchemaVersion => 1;
}
