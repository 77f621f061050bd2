using System.Xml.Linq;
using Hemvag.Data;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Accounts.KeyRing;

/// <summary>A key of ASP.NET Core's Data Protection (cookies and form tokens, nothing else), shared by all nodes.</summary>
internal sealed class KeyRingEntry
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Encrypted for the certificate, except in a demo.</summary>
    public required string Xml { get; init; }
}

internal sealed class KeyRingMapping : IEntityTypeConfiguration<KeyRingEntry>
{
    public void Configure(EntityTypeBuilder<KeyRingEntry> builder)
    {
        builder.ToTable("cookie_keys");
        builder.Property(k => k.Id).ValueGeneratedNever();
        builder.Property(k => k.Xml).HasMaxLength(20_000);
    }
}

/// <summary>The table as Data Protection wants to see it.</summary>
internal sealed class KeyRingRepository(IDbContextFactory<HemvagDbContext> contexts, TimeProvider time) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = contexts.CreateDbContext();
        return [.. db.Set<KeyRingEntry>().AsNoTracking().Select(k => k.Xml).ToList().Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = contexts.CreateDbContext();
        db.Add(
            new KeyRingEntry
            {
                Id = Guid.CreateVersion7(time.GetUtcNow()),
                Name = friendlyName,
                Xml = element.ToString(SaveOptions.DisableFormatting),
            }
        );
        db.SaveChanges();
    }
}
