using System.Globalization;
using System.Net;
using System.Text;
using Hemvag.Modules.Money.Payments;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Security;

/// <summary>Mistakes that others made (security.md) and that no other test is about.</summary>
public sealed class MistakesTests
{
    [Fact]
    public async Task In_a_bulk_approval_a_row_of_another_case_is_not_done()
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync("approver-1");
        var (mine, other) = (world.Cases["c02"], world.Cases["c04"]);
        var payment = await world.WithDbAsync(db =>
            db.Set<Payment>().Where(p => p.CaseId == other && p.State == PaymentState.Requested).OrderBy(p => p.Id).FirstAsync()
        );
        var before = await world.OperationsAsync();
        var request = AccessWalkTests.Post(
            $"/cases/{mine}/money/approve",
            await AccessWalkTests.TokenAsync(client),
            ("Rows[0].PaymentId", payment.Id.ToString()),
            ("Rows[0].Round", payment.Round.ToString(CultureInfo.InvariantCulture)),
            ("Rows[0].Choice", "Approve")
        );
        (await client.SendOnceAsync(request)).ShouldNotBreak();
        (await world.OperationsAsync()).ShouldBe(before);
        (await world.WithDbAsync(db => db.Set<Payment>().Where(p => p.Id == payment.Id).Select(p => p.State).SingleAsync())).ShouldBe(payment.State);
    }

    /// <summary>Files are rows, and come out of one POST that checks the case, the compartment and the opening.</summary>
    [Fact]
    public async Task A_stored_file_has_no_address_of_its_own()
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync("vast-1");
        await world.OpenAsync("vast-1", "c10");
        var page = (await client.GetAsync($"/cases/{world.Cases["c10"]}/documents")).ShouldBeOk();
        var added = page.Form("[name='Input.File']")
            .Fill("Input.Compartment", "Identity")
            .Attach("Input.File", "brev.pdf", "application/pdf", Encoding.ASCII.GetBytes("%PDF-1.7 Kvitter"));
        (await added.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
        var addresses = await WalkAddresses.OfAsync(world, world.Cases["c10"], "vast-1");
        var id = addresses["fileId"];
        var guesses = new[]
        {
            $"/files/{id}",
            $"/documents/{id}",
            $"/cases/{world.Cases["c10"]}/documents/{id}",
            "/hemvag.db",
            "/data/hemvag.db",
            $"/{id}.pdf",
        };
        foreach (var guess in guesses)
        {
            (await client.SendOnceAsync(new HttpRequestMessage(HttpMethod.Get, guess))).ShouldBeHidden();
        }

        var pages = await RoutedPages.ReadAsync(world.Services);
        foreach (var path in pages.Gets.Select(addresses.Of).Distinct(StringComparer.Ordinal))
        {
            var answer = await client.SendOnceAsync(new HttpRequestMessage(HttpMethod.Get, $"{path}{(path.Contains('?') ? '&' : '?')}fileId={id}"));
            answer.Body.ShouldNotContain("%PDF-1", customMessage: path);
            answer.Headers.GetValueOrDefault("Content-Disposition").ShouldBeNull(path);
        }

        var download = AccessWalkTests.Post(
            $"/cases/{world.Cases["c10"]}/documents?handler=Download",
            await AccessWalkTests.TokenAsync(client),
            ("fileId", id)
        );
        var file = (await client.SendOnceAsync(download)).ShouldBeOk();
        file.Headers["Content-Disposition"].ShouldStartWith("attachment");
        file.Headers["Cache-Control"].ShouldBe("no-store");
    }

    [Fact]
    public async Task Signing_out_takes_away_what_the_browser_keeps_and_nothing_is_kept_before()
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync("vast-1");
        (await client.GetAsync($"/cases/{world.Cases["c02"]}")).ShouldBeOk().Headers["Cache-Control"].ShouldBe("no-store");
        var signedOut = await client.SendOnceAsync(AccessWalkTests.Post("/sign-out", await AccessWalkTests.TokenAsync(client)));
        signedOut.ShouldBe(HttpStatusCode.Redirect).Headers["Clear-Site-Data"].ShouldBe("\"cache\", \"storage\"");
        (await client.SendOnceAsync(new HttpRequestMessage(HttpMethod.Get, $"/cases/{world.Cases["c02"]}")))
            .RedirectsTo.ShouldNotBeNull()
            .ShouldContain("/sign-in");
    }

    [Fact]
    public async Task A_post_without_its_token_is_refused_on_every_page()
    {
        await using var world = await WalkWorld.StartAsync();
        var client = await world.AsAsync("vast-1");
        var addresses = await WalkAddresses.OfAsync(world, world.Cases["c02"], "vast-1");
        var before = await world.OperationsAsync();
        var wrong = new List<string>();
        foreach (var handler in (await RoutedPages.ReadAsync(world.Services)).Posts)
        {
            var answer = await client.SendOnceAsync(AccessWalkTests.Post(addresses.Of(handler), "not a token"));
            if (answer.Status != HttpStatusCode.BadRequest)
            {
                wrong.Add($"{handler} → {(int)answer.Status}");
            }
        }

        wrong.ShouldBeEmpty();
        (await world.OperationsAsync()).ShouldBe(before);
    }
}
