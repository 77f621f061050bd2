using System.Runtime.CompilerServices;
using Hemvag.Auditing.Verification;
using Hemvag.Data;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Accounts;

/// <summary>A database with demo accounts bears the demo's mark: without it, a start in earnest would take the database for its own.</summary>
internal sealed class DemoMarkVerification : IVerification
{
    public async IAsyncEnumerable<Finding> CheckAsync(HemvagDbContext db, [EnumeratorCancellation] CancellationToken stop)
    {
        if (await db.Set<Account>().AnyAsync(a => a.IsDemo, stop) && !await DemoDatabase.IsMarkedAsync(db))
        {
            yield return new Finding(
                "tables",
                nameof(DatabaseMark),
                "is missing: there are demo accounts, and no mark that a demo made the database"
            );
        }
    }
}
