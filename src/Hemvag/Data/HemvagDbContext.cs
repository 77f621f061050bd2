using Microsoft.EntityFrameworkCore;

namespace Hemvag.Data;

/// <summary>
/// The one DbContext. It names no module: entities come from the configurations in the assembly and are read by <c>Set&lt;T&gt;()</c>.
/// Each provider has a subclass of its own, because each has migrations of its own.
/// </summary>
internal abstract class HemvagDbContext(DbContextOptions options) : DbContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcMomentConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(60);
        configurationBuilder.Properties<string>().HaveMaxLength(400);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(HemvagDbContext).Assembly);
}
