using Hemvag.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Organisations;

/// <summary>A region, office, authority or partner that accounts work for, chained in the system's stream.</summary>
internal sealed class Organisation : IChainedRow
{
    /// <summary>That of the catalogue for what is shipped; version 7 for what an administrator added.</summary>
    public required Guid Id { get; init; }

    public required OrganisationKind Kind { get; init; }

    /// <summary>Stable and unique, e.g. <c>stockholm</c>, <c>iom-md</c>.</summary>
    public required string Code { get; init; }

    public required string NameSv { get; set; }

    public required string NameEn { get; set; }

    /// <summary>Code in the catalogue's country list; null for Swedish organisations and those of no one country.</summary>
    public string? CountryCode { get; set; }

    /// <summary>IANA zone: decides what "today" is for those who work there.</summary>
    public required string Zone { get; set; }

    /// <summary>One person works there, so that requester and payer cannot differ: IOM Finland requests or calls the person.</summary>
    public bool SinglePerson { get; set; }

    public string? Phone { get; set; }

    public string? Mail { get; set; }

    public string? Web { get; set; }

    /// <summary>Where people can visit it.</summary>
    public string? Address { get; set; }

    /// <summary>People have set the ways to reach it: those of the catalogue no longer come in at a start.</summary>
    public bool ContactsAreOwn { get; set; }

    /// <summary>Comes from the catalogue and follows it at every start.</summary>
    public required bool IsShipped { get; init; }

    public string ChainStream => Streams.System;
}

internal sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("organisations");
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Ignore(o => o.ChainStream);
        builder.Property(o => o.Code).HasMaxLength(60);
        builder.Property(o => o.NameSv).HasMaxLength(200);
        builder.Property(o => o.NameEn).HasMaxLength(200);
        builder.Property(o => o.CountryCode).HasMaxLength(10);
        builder.Property(o => o.Zone).HasMaxLength(60);
        builder.Property(o => o.Phone).HasMaxLength(60);
        builder.Property(o => o.Mail).HasMaxLength(200);
        builder.Property(o => o.Web).HasMaxLength(200);
        builder.Property(o => o.Address).HasMaxLength(300);
        builder.HasIndex(o => o.Code).IsUnique();
        builder.HasIndex(o => o.Kind);
    }
}
