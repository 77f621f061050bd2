using System.Text;
using Hemvag.Auditing;
using Hemvag.Auditing.Verification;
using Hemvag.Data;
using Hemvag.Modules.Cases.Guardians;
using Hemvag.Modules.Children.Accompanying;
using Hemvag.Tests.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Hemvag.Tests.Children;

/// <summary>What the tests of the pages of children share.</summary>
internal static class ChildrenPageSteps
{
    public const string Holder = "stockholm-2";

    public const string Words = "Barnet ritade ett hus med röd dörr.";

    public static readonly byte[] Sheet = Encoding.ASCII.GetBytes("%PDF-1.7 underskrift");

    public static async Task VerifyAsync(WalkWorld world)
    {
        await using var scope = world.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<HemvagDbContext>();
        var (findings, _) = await scope.ServiceProvider.GetRequiredService<Verifier>().RunAsync(db, CancellationToken.None);
        findings.ShouldBeEmpty();
    }

    public static string PathOf(WalkWorld world, string code, string page) =>
        page.Length == 0 ? $"/cases/{world.Cases[code]}" : $"/cases/{world.Cases[code]}/{page}";

    public static Task<Guid> ChildAsync(WalkWorld world) =>
        world.WithDbAsync(db => db.Set<AccompanyingChild>().Where(c => c.Ordinal == 1).Select(c => c.Id).SingleAsync());

    public static Task<Guid> GuardianAsync(WalkWorld world, string code)
    {
        var caseId = world.Cases[code];
        return world.WithDbAsync(db => db.Set<Guardian>().Where(g => g.CaseId == caseId).Select(g => g.Id).SingleAsync());
    }

    public static async Task<DateOnly> TodayAsync(WalkWorld world) =>
        DateOnly.FromDateTime(await world.WithDbAsync(db => db.Set<Operation>().MaxAsync(o => o.At)));
}
