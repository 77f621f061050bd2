using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Hemvag.Data;

internal static class DesignTimeModel
{
    /// <summary>The model with every annotation: the run-time model leaves some out.</summary>
    public static IModel DesignModel(this HemvagDbContext db) => db.GetService<IDesignTimeModel>().Model;
}
