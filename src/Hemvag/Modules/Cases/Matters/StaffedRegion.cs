using Hemvag.Data;
using Hemvag.Modules.Cases.Colleagues;
using Hemvag.Modules.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.Matters;

/// <summary>A case is opened for, or handed to, a region where somebody can take it: else nobody would see it.</summary>
internal static class StaffedRegion
{
    /// <exception cref="RefusedException">RegionUnstaffed.</exception>
    public static async Task RequireAsync(HemvagDbContext db, Guid regionId)
    {
        if (!await ColleagueQueries.There(db, regionId, Role.RegionalCoordinator).AnyAsync())
        {
            throw new RefusedException(CaseRefusals.RegionUnstaffed, "Input.RegionId");
        }
    }
}
