using System.Globalization;
using System.Net;
using System.Text;
using Hemvag.Auditing;
using Hemvag.Auditing.Verification;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Today.Calendar;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Pages;
using Hemvag.Tests.Travel;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using Case = Hemvag.Modules.Cases.Case;

namespace Hemvag.Tests.Today;

/// <summary>The calendar of an account: as RFC 5545 writes it, for whoever has the address, and with nothing in it that tells of anyone.</summary>
public sealed class CalendarTests
{
    private static readonly DateOnly Due = new(2031, 5, 5);

    [Theory]
    [InlineData("a")]
    [InlineData("å")]
    [InlineData("م")]
    [InlineData("🙂")]
    public void Lines_are_folded_at_75_octets_between_letters(string letter)
    {
        for (var length = 50; length < 170; length++)
        {
            var title = string.Concat(Enumerable.Repeat(letter, length));
            var text = CalendarText.Write("Hemväg", [new CalendarEvent(Guid.Empty, Due, title, DateTime.UnixEpoch)]);
            var lines = text.Split("\r\n");
            lines[^1].ShouldBe("");
            lines.ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= CalendarText.LongestLine && !line.Contains('\n') && !line.Contains('\r'));
            text.ShouldNotContain("\uFFFD");
            text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n").ShouldContain($"SUMMARY:{title}");
        }
    }

    [Fact]
    public void What_has_a_meaning_is_escaped_and_the_rest_is_as_asked_for()
    {
        var id = Guid.Parse("01900000-0000-7000-8000-000000000007");
        var changed = new DateTime(2026, 12, 31, 23, 5, 9, DateTimeKind.Utc);
        var text = CalendarText.Write("A,B", [new CalendarEvent(id, new DateOnly(2026, 12, 31), "a;b,c\\d\r\ne\u0007f\nEND:VEVENT", changed)]);
        text.Split("\r\n")
            .ShouldBe([
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Hemvag//Hemvag//SV",
                "CALSCALE:GREGORIAN",
                "X-WR-CALNAME:A\\,B",
                "BEGIN:VEVENT",
                "UID:01900000-0000-7000-8000-000000000007@hemvag",
                "DTSTAMP:20261231T230509Z",
                "DTSTART;VALUE=DATE:20261231",
                "DTEND;VALUE=DATE:20270101",
                "SUMMARY:a\\;b\\,c\\\\d\\nef\\nEND:VEVENT",
                "CLASS:PRIVATE",
                "TRANSP:TRANSPARENT",
                "END:VEVENT",
                "END:VCALENDAR",
                "",
            ]);
        // A calendar holds at least one component.
        CalendarText.Write("A", []).ShouldContain("BEGIN:VTIMEZONE\r\n");
    }

    [Theory, OnBothDatabases]
    public async Task It_holds_what_waits_for_its_account_and_tells_of_no_case(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        var caseId = await world.PlannedCaseAsync();
        await AskAsync(world, caseId, WorkItemKind.CloseCase, Role.RegionalCoordinator, TravelWorld.Region, Due);
        await AskAsync(world, caseId, WorkItemKind.PaperExpires, Role.IomCaseworker, TravelWorld.IomFinland, Due.AddDays(1));
        await AskAsync(world, caseId, WorkItemKind.ApprovePayment, Role.IomApprover, TravelWorld.IomFinland, Due.AddDays(2));
        await AskAsync(world, caseId, WorkItemKind.HoldContact, Role.LocalOfficeWorker, TravelWorld.Moldova, Due.AddDays(3));
        await AskAsync(world, caseId, WorkItemKind.RiskDue, Role.RegionalCoordinator, TravelWorld.Region, null);
        var found = await world.ReadAsync(db => db.Set<Case>().SingleAsync(c => c.Id == caseId));
        using var outside = world.NewClient();
        foreach (
            var (account, day, title) in new[]
            {
                (world.Coordinator, Due, "Hemväg: avslut"),
                (world.Caseworker, Due.AddDays(1), "Hemväg: resedokument"),
                (world.EnglishCaseworker, Due.AddDays(1), "Hemväg: travel document"),
                (world.Local, Due.AddDays(3), "Hemväg: uppföljning"),
            }
        )
        {
            var read = (await outside.GetAsync(await MakeAsync(world, account))).ShouldBeOk();
            read.Headers["Content-Type"].ShouldBe(CalendarText.ContentType);
            read.Headers["Cache-Control"].ShouldContain("no-store");
            read.Headers.ContainsKey("ETag").ShouldBeFalse();
            var lines = read.Body.Split("\r\n");
            lines.ShouldContain($"DTSTART;VALUE=DATE:{day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}");
            lines.Where(l => l.StartsWith("SUMMARY:", StringComparison.Ordinal)).ShouldContain($"SUMMARY:{title}");
            lines.Count(l => l.StartsWith("DTSTART;VALUE=DATE:203105", StringComparison.Ordinal)).ShouldBe(1);
            read.ShouldNotContain(found.Number).ShouldNotContain(found.NeutralName).ShouldNotContain(caseId.ToString()).ShouldNotContain("Moldav");
            // Read again, it is the same.
            (await outside.GetAsync(read.Url.AbsolutePath)).Body.ShouldBe(read.Body);
        }

        (await outside.GetAsync(await MakeAsync(world, world.Stranger))).ShouldBeOk().Body.ShouldNotContain("VEVENT");
        await world.DoAsync<CaseOperations>(o => o.RunAsSystemAsync(world.NewId(), caseId, "test", work => work.DoneAsync(WorkItemKind.CloseCase)));
        (await outside.GetAsync(await MakeAsync(world, world.Coordinator))).Body.ShouldNotContain("20310505");
        (await FindingsAsync(world)).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task An_address_is_shown_once_and_shows_nothing_when_it_is_revoked_replaced_or_its_owner_has_left(DatabaseKind kind)
    {
        await using var world = await TravelWorld.CreateAsync(kind);
        using var outside = world.NewClient();
        using var client = await world.SignInAsync(world.Coordinator);
        var page = (await client.GetAsync(CalendarKeeping.Page)).ShouldBeOk().ShouldShow("utan att logga in");
        page.Document.QuerySelector("form[action$='handler=Revoke']").ShouldBeNull();
        var form = page.Form("form[action$='handler=Make'] button");
        var first = Address(await form.SubmitAsync());
        // A second press shows the same one.
        Address(await form.SubmitAsync()).ShouldBe(first);
        (await outside.GetAsync(first)).ShouldBeOk();
        (await outside.GetAsync(first[..^4])).ShouldBeOk();
        var token = first.Split('/')[^1][..^4];
        (await client.GetAsync(CalendarKeeping.Page)).ShouldBeOk().ShouldNotContain(token);
        var kept = await world.ReadAsync(db => db.Set<CalendarFeed>().AsNoTracking().SingleAsync());
        kept.LinkDigest.ShouldNotContain(token);
        var events = await world.ReadAsync(db => db.Set<OperationEvent>().Select(e => e.Data).ToListAsync());
        events.ShouldAllBe(data => !data.Contains(token));
        (await outside.GetAsync($"/calendar/{new string('A', 27)}.ics")).ShouldBeHidden();

        // Whoever posts the form of somebody else is shown nothing.
        var id = world.NewId();
        await world.DoAsync<CalendarKeeping>(k => k.MakeAsync(world.Caseworker, id));
        await Should.ThrowAsync<RefusedException>(() => world.DoAsync<CalendarKeeping>(k => k.MakeAsync(world.EnglishCaseworker, id)));
        using var other = await world.SignInAsync(world.EnglishCaseworker);
        (await other.GetAsync(CalendarKeeping.Page)).ShouldBeOk().ShouldShow("Your days in a calendar");

        var second = await MakeAsync(world, world.Coordinator);
        (await outside.GetAsync(first)).ShouldBeHidden();
        (await outside.GetAsync(second)).ShouldBeOk();
        var revoke = (await client.GetAsync(CalendarKeeping.Page)).Form("form[action$='handler=Revoke'] button");
        (await revoke.SubmitOnceAsync()).RedirectsTo.ShouldBe(CalendarKeeping.Page);
        (await revoke.SubmitOnceAsync()).RedirectsTo.ShouldBe(CalendarKeeping.Page);
        (await outside.GetAsync(second)).ShouldBeHidden();

        var theirs = await MakeAsync(world, world.Caseworker);
        (await outside.GetAsync(theirs)).ShouldBeOk();
        await world.DoAsync<AccountRegister>(r => r.CloseAsync(world.NewId(), Actor.System("test"), world.Caseworker.Id));
        (await outside.GetAsync(theirs)).ShouldBeHidden();
        (await FindingsAsync(world)).ShouldBe(0);
    }

    [Fact]
    public async Task Whoever_asks_too_often_is_slowed_and_nobody_else()
    {
        await using var world = await TravelWorld.CreateAsync(DatabaseKind.Sqlite);
        using var outside = world.NewClient();
        var (one, other) = (await MakeAsync(world, world.Coordinator), await MakeAsync(world, world.Caseworker));
        for (var i = 0; i < CalendarPace.Most; i++)
        {
            (await outside.GetAsync(one)).ShouldBeOk();
            (await outside.GetAsync("/calendar/nothing")).ShouldBeHidden();
        }

        (await outside.GetAsync(one)).ShouldBe(HttpStatusCode.TooManyRequests);
        (await outside.GetAsync("/calendar/nothing")).ShouldBe(HttpStatusCode.TooManyRequests);
        (await outside.GetAsync(other)).ShouldBeOk();
        // What a calendar asks in vain stops nobody at the sign-in.
        using var client = await world.SignInAsync(world.Coordinator);
        (await client.GetAsync("/")).ShouldBeOk();
        world.Time.Advance(TimeSpan.FromMinutes(16));
        (await outside.GetAsync(one)).ShouldBeOk();
        (await outside.GetAsync("/calendar/nothing")).ShouldBeHidden();
    }

    private static async Task<string> MakeAsync(TravelWorld world, CurrentAccount account)
    {
        using var client = await world.SignInAsync(account);
        return Address(await (await client.GetAsync(CalendarKeeping.Page)).ShouldBeOk().Form("form[action$='handler=Make'] button").SubmitAsync());
    }

    private static string Address(PageAnswer page) => new Uri(page.ShouldBeOk().Document.QuerySelector(".link-address")!.TextContent).AbsolutePath;

    private static Task AskAsync(TravelWorld world, Guid caseId, WorkItemKind kind, Role role, Guid organisation, DateOnly? due) =>
        world.DoAsync<CaseOperations>(o =>
            o.RunAsSystemAsync(
                world.NewId(),
                caseId,
                "test",
                work => work.AskAsync(new WorkAsked(kind, Urgency.Date, role, organisation, null, "travel", due))
            )
        );

    private static Task<int> FindingsAsync(TravelWorld world) =>
        world.ReadAsync(db => world.DoAsync<Verifier, int>(async verifier => (await verifier.RunAsync(db, CancellationToken.None)).Findings.Count));
}
