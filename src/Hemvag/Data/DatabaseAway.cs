using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Data;

/// <summary>
/// Whether an error says that the database could not be used for the moment. What runs beside the requests goes on then: an error it lets
/// through would stop the application.
/// </summary>
internal static class DatabaseAway
{
    /// <summary>
    /// The provider's own error, or one of EF Core around it: a save that failed, or the hint that a transient error might pass when tried
    /// again, which is an <see cref="InvalidOperationException"/>.
    /// </summary>
    public static bool Is(Exception error) =>
        error switch
        {
            DbException or DbUpdateException => true,
            InvalidOperationException { InnerException: { } inner } => Is(inner),
            _ => false,
        };
}
