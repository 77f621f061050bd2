using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.CashSupport.Import.Keeping;

internal sealed class CashImportMapping : IEntityTypeConfiguration<CashImport>, IEntityTypeConfiguration<CashImportRow>
{
    public void Configure(EntityTypeBuilder<CashImport> builder)
    {
        builder.ToTable("cash_imports");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Ignore(i => i.ChainStream);
        builder.Property(i => i.Number).HasMaxLength(40);
        builder.HasIndex(i => i.Number).IsUnique();
        builder.HasIndex(i => new { i.OrganisationId, i.UploadedAt });
    }

    public void Configure(EntityTypeBuilder<CashImportRow> builder)
    {
        builder.ToTable("cash_import_rows");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Ignore(r => r.ChainStream);
        builder.Property(r => r.Subject).HasMaxLength(40);
        builder.HasIndex(r => new { r.ImportId, r.Number }).IsUnique();
        builder.HasIndex(r => new
        {
            r.ImportId,
            r.State,
            r.Decision,
        });
        builder.HasOne<CashImport>().WithMany().HasForeignKey(r => r.ImportId);
    }
}
