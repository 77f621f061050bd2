using Hemvag.Auditing;
using Hemvag.Modules.Cases.Disclosures;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Security;

/// <summary>Whatever opens a compartment to another organisation than the holder's leaves a row in the disclosure ledger, whichever page it is.</summary>
public sealed class CrossingTests
{
    [Theory]
    [InlineData("iom-1", 3)]
    [InlineData("thailand-1", 1)]
    [InlineData("approver-1", 1)]
    public async Task Nothing_is_opened_without_a_row_of_the_ledger(string who, int atLeast)
    {
        await using var world = await WalkWorld.StartAsync();
        var pages = await RoutedPages.ReadAsync(world.Services);
        var addresses = await WalkAddresses.OfAsync(world, world.Cases["c02"]);
        var client = await world.AsAsync(who);
        var token = await AccessWalkTests.TokenAsync(client);
        var (opened, wrong) = (0, new List<string>());
        foreach (var handler in pages.Posts.Where(h => h.IsOfCase))
        {
            var before = await CountAsync(world);
            await client.SendOnceAsync(AccessWalkTests.Post(addresses.Of(handler), token, ("Compartments", "Bank"), ("Purpose", "money")));
            var after = await CountAsync(world);
            if (after.Openings == before.Openings)
            {
                continue;
            }

            opened++;
            if (after.Rows - before.Rows != after.Openings - before.Openings)
            {
                wrong.Add($"{who}: {handler} opened {after.Openings - before.Openings} and left {after.Rows - before.Rows} rows");
            }
        }

        opened.ShouldBeGreaterThanOrEqualTo(atLeast);
        wrong.ShouldBeEmpty();
    }

    private static Task<(int Openings, int Rows)> CountAsync(WalkWorld world) =>
        world.WithDbAsync(async db =>
            (await db.Set<Opening>().CountAsync(), await db.Set<Disclosure>().CountAsync(d => d.Kind == CrossingKind.Opened))
        );
}
