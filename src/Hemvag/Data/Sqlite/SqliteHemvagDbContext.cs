using Microsoft.EntityFrameworkCore;

namespace Hemvag.Data.Sqlite;

internal sealed class SqliteHemvagDbContext(DbContextOptions<SqliteHemvagDbContext> options) : HemvagDbContext(options);
