using Hemvag.Data;
using Hemvag.Modules.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Children.Accompanying;

/// <summary>
/// A child who travels along with the person: someone of their own in the case. Who it is and how old is sealed under Identity, who decides
/// over it and what it says under Protection. In clear it is "child 1", with how its questions stand.
/// </summary>
internal sealed class AccompanyingChild : ICaseRow
{
    public const string SubjectPrefix = "child.";

    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>1, 2, 3 …: how people speak of it in clear.</summary>
    public required int Ordinal { get; init; }

    public required DateTime AddedAt { get; init; }

    /// <summary>False for a child who in the end stays in Sweden.</summary>
    public bool TravelsAlong { get; private set; } = true;

    /// <summary>Null until it is settled who decides over the journey.</summary>
    public CustodyGround? Custody { get; private set; }

    public DateOnly? CustodyOn { get; private set; }

    public ChildView View { get; private set; }

    public DateOnly? ViewOn { get; private set; }

    /// <summary>The latest decision on support; null before there is one.</summary>
    public bool? GetsSupport { get; private set; }

    /// <summary>Gets half of every category as things stand (S1.70).</summary>
    public bool IsEntitled => TravelsAlong && GetsSupport == true;

    /// <summary>Nothing about it stands in the way of the journey.</summary>
    public bool MayTravel => Custody is not null && View is ChildView.Yes or ChildView.TooYoung;

    public string IdentitySubject => IdentityOf(Id);

    public string CustodySubject => $"{SubjectPrefix}{Id:N}.custody";

    public string ViewSubject => $"{SaidPrefix(Id)}view";

    public string TravelSubject => $"{SaidPrefix(Id)}travel";

    /// <summary>Of what was said of the child and why: read together, in one query.</summary>
    public static string SaidPrefix(Guid childId) => $"{SubjectPrefix}{childId:N}.said.";

    public static string IdentityOf(Guid childId) => $"{SubjectPrefix}{childId:N}.identity";

    public CustodySettled Settle(CustodyGround ground, DateOnly on, Guid recordId)
    {
        (Custody, CustodyOn) = (ground, on);
        return new CustodySettled(Id, ground, on, recordId);
    }

    /// <summary>A guardian is suspected: what rests on the custodians has to be settled anew.</summary>
    public CustodyFellAway FallAway(Guid guardianId)
    {
        (Custody, CustodyOn) = (null, null);
        return new CustodyFellAway(Id, guardianId);
    }

    public ChildHeard Hear(ChildView view, DateOnly on, Guid recordId)
    {
        (View, ViewOn) = (view, on);
        return new ChildHeard(Id, view, on, recordId);
    }

    public ChildTravelSet SetTravel(bool travelsAlong, Guid recordId)
    {
        TravelsAlong = travelsAlong;
        return new ChildTravelSet(Id, travelsAlong, recordId);
    }

    public void Decide(bool gets) => GetsSupport = gets;
}

/// <summary>A decision on support for one child, yes or no; the reasons are sealed under Protection. Never edited: the latest counts (S1.70, S3.28).</summary>
internal sealed class ChildDecision : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid ChildId { get; init; }

    public required bool Gets { get; init; }

    public required DateOnly DecidedOn { get; init; }

    public required DateTime RecordedAt { get; init; }

    public required Guid RecordedBy { get; init; }

    public string Subject => $"{AccompanyingChild.SaidPrefix(ChildId)}{Id:N}";
}

internal sealed class ChildMapping : IEntityTypeConfiguration<AccompanyingChild>, IEntityTypeConfiguration<ChildDecision>
{
    public void Configure(EntityTypeBuilder<AccompanyingChild> builder)
    {
        builder.ToTable("accompanying_children");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Ignore(c => c.IsEntitled);
        builder.Ignore(c => c.MayTravel);
        builder.Ignore(c => c.IdentitySubject);
        builder.Ignore(c => c.CustodySubject);
        builder.Ignore(c => c.ViewSubject);
        builder.Ignore(c => c.TravelSubject);
        builder.HasIndex(c => new { c.CaseId, c.Ordinal }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ChildDecision> builder)
    {
        builder.ToTable("child_decisions").OnlyGrows();
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Ignore(d => d.Subject);
        builder.HasIndex(d => new { d.CaseId, d.ChildId });
    }
}
