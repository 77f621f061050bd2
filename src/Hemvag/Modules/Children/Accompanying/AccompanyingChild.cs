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

    /// <summary>What it said last.</summary>
    public ChildView View { get; private set; }

    public DateOnly? ViewOn { get; private set; }

    /// <summary>
    /// The first day on which it counts no longer that it was too young to be asked: the first of the month in which it turns seven, so that
    /// the day of birth stands nowhere in clear (docs/adr/0012).
    /// </summary>
    public DateOnly? TooYoungUntil { get; set; }

    /// <summary>The day a worker confirmed that it has turned 18: nobody else decides over its journey any more. Null before.</summary>
    public DateOnly? GrownSince { get; private set; }

    /// <summary>The decision on support that was made last; null before there is one.</summary>
    public bool? GetsSupport { get; private set; }

    /// <summary>Gets half of every category as things stand (S1.70).</summary>
    public bool IsEntitled => TravelsAlong && GetsSupport == true;

    /// <summary>It is settled who decides over the journey.</summary>
    public bool IsCustodySettled => Custody is not null || GrownSince is not null;

    public string IdentitySubject => IdentityOf(Id);

    public string CustodySubject => $"{SubjectPrefix}{Id:N}.custody";

    public string CustodyBackSubject => $"{SaidPrefix(Id)}custody-back";

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

    /// <summary>Whoever agreed agrees no longer, or what was decided holds no longer.</summary>
    public CustodyTakenBack TakeBack(DateOnly on, Guid recordId)
    {
        (Custody, CustodyOn) = (null, null);
        return new CustodyTakenBack(Id, on, recordId);
    }

    /// <param name="last">What it said last.</param>
    public void Hear(ChildHearing last) => (View, ViewOn) = (last.View, last.On);

    public ChildIsGrown Grow(DateOnly on)
    {
        GrownSince = on;
        return new ChildIsGrown(Id, on);
    }

    /// <summary>Whether what a child said lets it travel on a day.</summary>
    public static bool Carries(ChildView view, DateOnly? tooYoungUntil, DateOnly day) =>
        view == ChildView.Yes || (view == ChildView.TooYoung && tooYoungUntil > day);

    /// <summary>Nothing about it stands in the way of a journey on that day.</summary>
    public bool MayTravelOn(DateOnly day) => IsCustodySettled && Carries(View, TooYoungUntil, day);

    public ChildTravelSet SetTravel(bool travelsAlong, Guid recordId)
    {
        TravelsAlong = travelsAlong;
        return new ChildTravelSet(Id, travelsAlong, recordId);
    }

    public void Decide(bool gets) => GetsSupport = gets;
}

/// <summary>
/// One time the child was heard; how old it is and what it said is sealed under Protection. Never edited: what it said on the last day counts.
/// </summary>
internal sealed class ChildHearing : ICaseRow
{
    public required Guid Id { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid ChildId { get; init; }

    public required ChildView View { get; init; }

    public required DateOnly On { get; init; }

    public required DateTime RecordedAt { get; init; }

    public required Guid RecordedBy { get; init; }

    public string Subject => $"{AccompanyingChild.SaidPrefix(ChildId)}{Id:N}";

    /// <returns>Null before it was heard.</returns>
    public static ChildHearing? Last(IEnumerable<ChildHearing> all) =>
        all.OrderBy(h => h.On).ThenBy(h => h.RecordedAt).ThenBy(h => h.Id).LastOrDefault();
}

/// <summary>A decision on support for one child, yes or no; the reasons are sealed under Protection. Never edited: the last decided counts (S1.70, S3.28).</summary>
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

    /// <returns>Null before there is one.</returns>
    public static ChildDecision? Last(IEnumerable<ChildDecision> all) =>
        all.OrderBy(d => d.DecidedOn).ThenBy(d => d.RecordedAt).ThenBy(d => d.Id).LastOrDefault();
}

internal sealed class ChildMapping
    : IEntityTypeConfiguration<AccompanyingChild>,
        IEntityTypeConfiguration<ChildHearing>,
        IEntityTypeConfiguration<ChildDecision>
{
    public void Configure(EntityTypeBuilder<AccompanyingChild> builder)
    {
        builder.ToTable("accompanying_children");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Ignore(c => c.IsEntitled);
        builder.Ignore(c => c.IsCustodySettled);
        builder.Ignore(c => c.IdentitySubject);
        builder.Ignore(c => c.CustodySubject);
        builder.Ignore(c => c.CustodyBackSubject);
        builder.Ignore(c => c.TravelSubject);
        builder.HasIndex(c => new { c.CaseId, c.Ordinal }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ChildHearing> builder)
    {
        builder.ToTable("child_hearings").OnlyGrows();
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.Ignore(h => h.Subject);
        builder.HasIndex(h => new { h.CaseId, h.ChildId });
    }

    public void Configure(EntityTypeBuilder<ChildDecision> builder)
    {
        builder.ToTable("child_decisions").OnlyGrows();
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Ignore(d => d.Subject);
        builder.HasIndex(d => new { d.CaseId, d.ChildId });
    }
}
