namespace Hemvag.Auditing;

/// <summary>
/// Something that has happened, told in the terms of the domain, with old and new values. Never holds personal data or free text:
/// what is sealed is named by its record and version alone.
/// </summary>
internal interface IEvent
{
    /// <summary>Version of the event's own fields; a newer program reads older ones.</summary>
    int Schema => 1;
}
