using System.Net;
using Hemvag.TestKit.Databases;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Security;

/// <summary>No page asks the database more than six times, session, access and header among them; closed and with everything open.</summary>
public sealed class QueryCountTests
{
    private const int Most = 6;

    /// <summary>Together they see every page in every step of a case.</summary>
    internal static readonly (string Code, string[] Cases)[] Readers =
    [
        ("vast-1", ["c02", "c07", "c08", "c10", "c11", "c13"]),
        ("iom-1", ["c02", "c04", "c05", "c06", "c07", "c09", "cash-4"]),
        ("approver-1", ["c02", "c04"]),
        ("thailand-1", ["c02", "c06"]),
        ("social-1", ["c13"]),
        ("national-1", ["c02"]),
        ("admin-1", ["c02"]),
        ("dpo-1", ["c02"]),
        ("stockholm-2", ["c14", "c16", "c17"]),
        ("romania-1", ["c14"]),
        ("syd-1", ["c15"]),
        ("migration-1", ["cash-1", "cash-4"]),
        ("iraq-1", ["cash-2", "cash-3"]),
    ];

    [Fact]
    public async Task No_page_asks_more_than_six_times()
    {
        var counted = new CountedCommands();
        await using var world = await WalkWorld.StartAsync(DatabaseKind.Sqlite, services => services.AddSingleton<ISaveChangesInterceptor>(counted));
        var pages = await RoutedPages.ReadAsync(world.Services);
        var signedIn = pages.Gets.Where(h => !h.Right.Anonymous).ToList();
        var offenders = new List<string>();
        var shown = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (code, caseCode) in Readers.SelectMany(r => r.Cases.Select(c => (r.Code, c))))
        {
            var client = await world.AsAsync(code);
            var addresses = await WalkAddresses.OfAsync(world, world.Cases[caseCode], code);
            // What every visit after the first finds in memory: organisations, compiled pages.
            await client.GetAsync("/");
            foreach (var open in new[] { false, true })
            {
                if (open)
                {
                    await world.OpenAsync(code, caseCode);
                }

                foreach (var handler in signedIn.Where(h => h.IsOfCase || (caseCode == Readers.Single(r => r.Code == code).Cases[0] && !open)))
                {
                    counted.Forget();
                    var answer = await client.SendOnceAsync(new HttpRequestMessage(HttpMethod.Get, addresses.Of(handler)));
                    if (answer.Status is HttpStatusCode.OK or HttpStatusCode.Redirect)
                    {
                        shown.Add(handler.Route);
                    }

                    if (counted.Commands.Count > Most)
                    {
                        offenders.Add($"{code} {caseCode}{(open ? " open" : "")} {handler}: {counted.Commands.Count}");
                    }
                }
            }
        }

        offenders.ShouldBeEmpty();
        signedIn.Select(h => h.Route).Where(route => !shown.Contains(route)).ShouldBeEmpty("pages that nobody was shown");
    }
}
