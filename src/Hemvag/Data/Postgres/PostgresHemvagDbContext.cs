using Microsoft.EntityFrameworkCore;

namespace Hemvag.Data.Postgres;

internal sealed class PostgresHemvagDbContext(DbContextOptions<PostgresHemvagDbContext> options) : HemvagDbContext(options);
