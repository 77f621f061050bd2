using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Data;

/// <summary>A word that stays with a database wherever it is copied to, such as "made by the demo".</summary>
internal sealed class DatabaseMark
{
    public required string Key { get; init; }

    /// <summary>Concurrency token: two changes of one mark cannot both win.</summary>
    public required string Value { get; set; }
}

internal sealed class DatabaseMarkMapping : IEntityTypeConfiguration<DatabaseMark>
{
    public void Configure(EntityTypeBuilder<DatabaseMark> builder)
    {
        builder.ToTable("database_marks");
        builder.HasKey(m => m.Key);
        builder.Property(m => m.Key).HasMaxLength(60);
        builder.Property(m => m.Value).HasMaxLength(60).IsConcurrencyToken();
    }
}
