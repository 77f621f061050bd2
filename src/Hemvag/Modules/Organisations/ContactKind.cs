namespace Hemvag.Modules.Organisations;

/// <summary>Ways to reach an organisation, as the seeds give them.</summary>
internal enum ContactKind
{
    Phone,

    Email,

    /// <summary>The address forms were mailed to before they were sent in the system (S1.81).</summary>
    FormsEmail,

    /// <summary>The fax forms were sent to (S1.81).</summary>
    FormsFax,

    Web,

    PostalAddress,

    VisitingAddress,
}
