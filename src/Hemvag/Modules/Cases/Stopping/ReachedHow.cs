namespace Hemvag.Modules.Cases.Stopping;

/// <summary>How a named worker reached the person after a stop.</summary>
internal enum ReachedHow
{
    InPerson,
    ByPhone,
    ByVideo,
}
