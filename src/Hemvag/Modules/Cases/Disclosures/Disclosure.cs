using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Cases.Disclosures;

/// <summary>How something of a case crossed to another organisation, or left the system.</summary>
internal enum CrossingKind
{
    /// <summary>Another organisation than the one that holds the case opened compartments.</summary>
    Opened,

    /// <summary>A file was taken out of the system.</summary>
    Downloaded,

    /// <summary>A summary was printed.</summary>
    Printed,

    /// <summary>A referral or a progress note was sent to it.</summary>
    Sent,

    /// <summary>Handed over outside the system, on another ground than consent; or the case itself to another region, with it.</summary>
    HandedOver,

    /// <summary>Read through a one-time link by a professional without an account; the row names the region that made the link.</summary>
    ByLink,

    /// <summary>Read through a package's link by its recipient, who has no account; the row names the organisation that made it, and what the recipient is.</summary>
    ByPackage,

    /// <summary>The encrypted file of a package was fetched, to be sent to its recipient; the row names the organisation that made it, and what the recipient is.</summary>
    HandedOut,
}

/// <summary>On which ground it was disclosed (OSL, domain-facts §4.6).</summary>
internal enum DisclosureGround
{
    /// <summary>The person's consent (OSL 10:1 and 12:2).</summary>
    Consent,

    /// <summary>To the professional who brought the matter: what they have told themselves, and the answer.</summary>
    OwnMatter,

    /// <summary>The organisation that holds the case, for its own file.</summary>
    OwnFile,

    /// <summary>Necessary for the disclosing authority's own activity (OSL 10:2).</summary>
    OwnActivity,

    /// <summary>A duty to disclose by statute (OSL 10:28).</summary>
    DutyToDisclose,

    /// <summary>To an international organisation (OSL 8:3 p. 2).</summary>
    InternationalOrganisation,

    /// <summary>What those in charge keep after a withdrawal until the person has been met or money is accounted for.</summary>
    MinimumView,

    /// <summary>The person's yes to that very contact outside (a carrier, a clinic, an embassy), recorded with the package or at the embassy.</summary>
    ContactYes,
}

/// <summary>One act of letting another organisation see something, or of taking something out of the system: what, to whom, on which ground.</summary>
internal sealed class Disclosure : IChainedRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required CrossingKind Kind { get; init; }

    /// <summary>To whom.</summary>
    public required Guid OrganisationId { get; init; }

    public required Compartment Compartments { get; init; }

    public required DisclosureGround Ground { get; init; }

    /// <summary>What the one outside is who was handed a package; null for an organisation.</summary>
    public PackageRecipient? Recipient { get; init; }

    /// <summary>The consent it rests on; null for other grounds.</summary>
    public required Guid? ConsentId { get; init; }

    /// <summary>Who opened, took out or sent.</summary>
    public required Guid By { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>What is sent changes the case; reading it does not.</summary>
    public string ChainStream =>
        Kind is CrossingKind.Sent or CrossingKind.HandedOver or CrossingKind.HandedOut ? Streams.Case(CaseId) : Streams.Openings(CaseId);
}

internal sealed record DataDisclosed(
    Guid DisclosureId,
    CrossingKind Kind,
    Guid OrganisationId,
    Compartment Compartments,
    DisclosureGround Ground,
    Guid? ConsentId,
    PackageRecipient? Recipient = null
) : IEvent;

internal sealed class DisclosureMapping : IEntityTypeConfiguration<Disclosure>
{
    public void Configure(EntityTypeBuilder<Disclosure> builder)
    {
        builder.ToTable("disclosures").OnlyGrows();
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Compartments).HasConversion<int>();
        builder.Ignore(d => d.ChainStream);
        builder.HasIndex(d => new { d.CaseId, d.At });
        builder.HasIndex(d => d.ConsentId);
    }
}
