namespace Hemvag.Modules.Programmes;

/// <summary>Who outside is handed what they need for their task (the list is not from the seeds; local actors S1.54, S1.60).</summary>
internal enum PackageRecipient
{
    /// <summary>The company that carries the person.</summary>
    Carrier,

    /// <summary>Whoever travels along (S1.58).</summary>
    Escort,
    Clinic,
    Landlord,
    Embassy,

    /// <summary>An organisation or authority at home that receives or helps the person.</summary>
    LocalActor,
}
