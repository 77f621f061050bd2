using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Helpline;
using Hemvag.Modules.Helpline.Counting;
using Hemvag.Modules.Helpline.Enquiries;
using Hemvag.Modules.Helpline.SupportLine;
using Hemvag.Modules.Organisations;
using Hemvag.TestKit.Databases;
using Hemvag.Tests.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using Case = Hemvag.Modules.Cases.Case;

namespace Hemvag.Tests.Helpline;

/// <summary>Both logs on both databases: chained, never changed, taken back by a row of its own; and a case that knows of an enquiry.</summary>
public sealed class LineLogTests
{
    // The test's clock stands on 1 September 2026, 9 in the morning in Sweden.
    private static readonly DateOnly Today = new(2026, 9, 1);
    private static readonly CurrentAccount Me = TestInstallation.Coordinator;

    private static NewEnquiry Call { get; } =
        new(
            Today.AddDays(-1),
            new TimeOnly(13, 40),
            HelplineChannel.Viber,
            HelplineLanguage.KurdishSorani,
            HelplineTopic.Payment,
            HelplineOutcome.CallBack,
            Today
        );

    private static NewTalk Talk { get; } =
        new(Today, SupportAsker.Police, "14", SupportTopic.Protection, TalkLength.UpToAnHour, SupportReferral.RegionalCoordinator);

    [Theory, OnBothDatabases]
    public async Task A_call_back_waits_until_someone_was_reached_and_nothing_is_changed(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var id = await LogAsync(installation, Call);
        await LogAsync(installation, Call with { Outcome = HelplineOutcome.Answered, CallBackOn = null });
        (await OpenAsync(installation)).ShouldBe([(id, Today, 0)]);

        (await CallAsync(installation, id, CallBackResult.Tried, Today.AddDays(2))).ShouldBeTrue();
        (await OpenAsync(installation)).ShouldBe([(id, Today.AddDays(2), 1)]);
        installation.Time.Advance(TimeSpan.FromDays(1));
        await CallAsync(installation, id, CallBackResult.Tried, Today.AddDays(1));
        (await OpenAsync(installation)).ShouldBe([(id, Today.AddDays(1), 2)]);
        await CallAsync(installation, id, CallBackResult.Reached, null);

        (await OpenAsync(installation)).ShouldBeEmpty();
        await ShouldRefuseAsync(HelplineRefusals.HelplineNothingToCallBack, () => CallAsync(installation, id, CallBackResult.Reached, null));
        (await CallAsync(installation, TestInstallation.NewId(), CallBackResult.Reached, null)).ShouldBeFalse();
        await using var db = installation.Database.Open();
        (await db.Set<Operation>().CountAsync(o => o.Stream == Streams.Helpline, Stop)).ShouldBe(5);
        (await installation.VerifyAsync()).Findings.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Days_and_times_that_cannot_be_are_refused(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        Task Refused(Refusal refusal, NewEnquiry call) => ShouldRefuseAsync(refusal, () => LogAsync(installation, call));
        await Refused(HelplineRefusals.HelplineInFuture, Call with { Day = Today.AddDays(1) });
        await Refused(HelplineRefusals.HelplineInFuture, Call with { Day = Today });
        await Refused(HelplineRefusals.HelplineInFuture, Call with { Day = DateOnly.MaxValue });
        await Refused(HelplineRefusals.HelplineTooLongAgo, Call with { Day = Today.AddDays(-32) });
        await Refused(HelplineRefusals.HelplineTooLongAgo, Call with { Day = DateOnly.MinValue });
        await Refused(HelplineRefusals.HelplineCallBackNeedsDay, Call with { CallBackOn = null });
        await Refused(HelplineRefusals.HelplineCallBackDayWrong, Call with { CallBackOn = Today.AddDays(-1) });
        await Refused(HelplineRefusals.HelplineCallBackDayWrong, Call with { CallBackOn = DateOnly.MaxValue });
        await Refused(HelplineRefusals.HelplineDayNotNeeded, Call with { Outcome = HelplineOutcome.Answered });
        await using var db = installation.Database.Open();
        (await db.Set<HelplineEnquiry>().CountAsync(Stop)).ShouldBe(0);
    }

    [Theory, OnBothDatabases]
    public async Task What_is_taken_back_stays_is_done_once_and_counts_no_more(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var year = new CountedYear(2026, new DateOnly(2026, 9, 1));
        var id = await LogAsync(installation, Call);
        (await CountedAsync(installation, year)).ShouldBe(1);
        Task<bool> TakeBack() =>
            installation.InScopeAsync(s =>
                s.GetRequiredService<EnquiryLog>().TakeBackAsync(Me, TestInstallation.NewId(), id, LogReversalReason.LoggedTwice)
            );

        (await TakeBack()).ShouldBeTrue();

        await ShouldRefuseAsync(HelplineRefusals.HelplineTakenBack, TakeBack);
        await ShouldRefuseAsync(HelplineRefusals.HelplineTakenBack, () => CallAsync(installation, id, CallBackResult.Reached, null));
        (await OpenAsync(installation)).ShouldBeEmpty();
        (await CountedAsync(installation, year)).ShouldBe(0);
        await using var db = installation.Database.Open();
        (await db.Set<HelplineEnquiry>().CountAsync(Stop)).ShouldBe(1);
        (await installation.VerifyAsync()).Findings.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task What_is_taken_back_after_its_month_was_counted_stays_in_the_figures(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var year = new CountedYear(2026, new DateOnly(2026, 9, 1));
        var id = await LogAsync(installation, Call);
        await SupportAsync(installation, s => s.AddAsync(Me, TestInstallation.NewId(), Talk with { Day = Today.AddDays(-1) }));
        var talk = (await installation.InScopeAsync(s => s.GetRequiredService<SupportLog>().ListAsync(Me))).Single().Talk.Id;
        // August stands from 2 October on.
        installation.Time.Advance(TimeSpan.FromDays(31));
        await installation.InScopeAsync(s =>
            s.GetRequiredService<EnquiryLog>().TakeBackAsync(Me, TestInstallation.NewId(), id, LogReversalReason.LoggedTwice)
        );
        await TakeBackAsync(installation, Me, talk);
        (await CountedAsync(installation, year)).ShouldBe(1);
        (await installation.InScopeAsync(s => s.GetRequiredService<SupportLog>().CountedAsync(year))).ShouldHaveSingleItem();
    }

    [Theory, OnBothDatabases]
    public async Task A_case_knows_of_an_enquiry_and_the_log_knows_of_no_case(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var id = await LogAsync(installation, Call);
        var caseId = await installation.OpenMatterAsync();
        await using var db = installation.Database.Open();
        var number = await db.Set<Case>().Where(c => c.Id == caseId).Select(c => c.Number).SingleAsync(Stop);
        var stranger = Me with { Id = TestInstallation.NewId(), OrganisationId = StableId.Of("region:vast") };
        await ShouldRefuseAsync(HelplineRefusals.HelplineCaseUnknown, () => LinkAsync(installation, stranger, id, number));
        await ShouldRefuseAsync(HelplineRefusals.HelplineCaseUnknown, () => LinkAsync(installation, Me, id, "ÅMP 1999-0001"));

        (await LinkAsync(installation, Me, id, number)).ShouldBeTrue();

        await ShouldRefuseAsync(HelplineRefusals.HelplineAlreadyLinked, () => LinkAsync(installation, Me, id, number));
        (await LinkAsync(installation, Me, TestInstallation.NewId(), number)).ShouldBeFalse();
        (await ShownAsync(installation, Me, id)).Links.Select(l => l.Number).ShouldBe([number]);
        (await ShownAsync(installation, stranger, id)).Links.ShouldBeEmpty();
        var told = await db.Set<OperationEvent>().Where(e => e.Kind == nameof(HelplineEnquiryLinked)).Select(e => e.Data).SingleAsync(Stop);
        told.ShouldBe($$"""{"enquiryId":"{{id}}"}""");
        var ofTheLog = await db.Set<Operation>().Include(o => o.Events).Where(o => o.Stream == Streams.Helpline).ToListAsync(Stop);
        ofTheLog.SelectMany(o => o.Events).ShouldAllBe(e => !e.Data.Contains(caseId.ToString()));
        var link = (await ShownAsync(installation, Me, id)).Links[0].Link.Id;
        (await UnlinkAsync(installation, stranger, id, link)).ShouldBeFalse();
        (await UnlinkAsync(installation, Me, id, link)).ShouldBeTrue();
        await ShouldRefuseAsync(HelplineRefusals.HelplineNotLinked, () => UnlinkAsync(installation, Me, id, link));
        (await ShownAsync(installation, Me, id)).Links.ShouldBeEmpty();
        (await installation.VerifyAsync()).Findings.ShouldBeEmpty();
    }

    [Theory, OnBothDatabases]
    public async Task Talks_are_seen_by_the_own_organisation_and_counted_for_all(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var other = Me with { Id = TestInstallation.NewId(), OrganisationId = StableId.Of("region:vast") };
        await SupportAsync(installation, s => s.AddAsync(Me, TestInstallation.NewId(), Talk));
        await SupportAsync(installation, s => s.AddAsync(other, TestInstallation.NewId(), Talk with { CountyCode = null }));
        await ShouldRefuseAsync(
            HelplineRefusals.SupportCountyUnknown,
            () => SupportAsync(installation, s => s.AddAsync(Me, TestInstallation.NewId(), Talk with { CountyCode = "99" }))
        );
        await ShouldRefuseAsync(
            HelplineRefusals.HelplineInFuture,
            () => SupportAsync(installation, s => s.AddAsync(Me, TestInstallation.NewId(), Talk with { Day = Today.AddDays(1) }))
        );

        var mine = await installation.InScopeAsync(s => s.GetRequiredService<SupportLog>().ListAsync(Me));
        var id = mine.ShouldHaveSingleItem().Talk.Id;
        (await TakeBackAsync(installation, other, id)).ShouldBeFalse();
        (await installation.InScopeAsync(s => s.GetRequiredService<SupportLog>().FindAsync(other, id))).ShouldBeNull();
        (await TakeBackAsync(installation, Me, id)).ShouldBeTrue();
        await ShouldRefuseAsync(HelplineRefusals.HelplineTakenBack, () => TakeBackAsync(installation, Me, id));
        (await installation.InScopeAsync(s => s.GetRequiredService<SupportLog>().CountedAsync(new CountedYear(2026, new DateOnly(2027, 1, 1)))))
            .ShouldHaveSingleItem()
            .OrganisationId.ShouldBe(other.OrganisationId);
        (await installation.VerifyAsync()).Findings.ShouldBeEmpty();
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static async Task<Guid> LogAsync(TestInstallation installation, NewEnquiry call)
    {
        await installation.InScopeAsync(async s =>
        {
            await s.GetRequiredService<EnquiryLog>().AddAsync(Me, TestInstallation.NewId(), call);
            return true;
        });
        await using var db = installation.Database.Open();
        return (await db.Set<HelplineEnquiry>().Where(e => e.Outcome == call.Outcome).ToListAsync()).MaxBy(e => e.LoggedAt)!.Id;
    }

    private static Task<bool> CallAsync(TestInstallation installation, Guid id, CallBackResult result, DateOnly? nextOn) =>
        installation.InScopeAsync(s => s.GetRequiredService<EnquiryLog>().CallBackAsync(Me, TestInstallation.NewId(), id, result, nextOn));

    private static async Task<IReadOnlyList<(Guid, DateOnly, int)>> OpenAsync(TestInstallation installation) =>
        [
            .. (await installation.InScopeAsync(s => s.GetRequiredService<EnquiryQueries>().OpenCallBacksAsync())).Select(c =>
                (c.Enquiry.Id, c.DueOn, c.Tries)
            ),
        ];

    private static async Task<int> CountedAsync(TestInstallation installation, CountedYear year) =>
        (await installation.InScopeAsync(s => s.GetRequiredService<EnquiryQueries>().CountedAsync(year))).Count;

    private static Task<bool> LinkAsync(TestInstallation installation, CurrentAccount who, Guid id, string number) =>
        installation.InScopeAsync(s => s.GetRequiredService<EnquiryLinking>().LinkAsync(who, TestInstallation.NewId(), id, number));

    private static Task<bool> UnlinkAsync(TestInstallation installation, CurrentAccount who, Guid id, Guid link) =>
        installation.InScopeAsync(s =>
            s.GetRequiredService<EnquiryLinking>().TakeBackAsync(who, TestInstallation.NewId(), id, link, LogReversalReason.NotHere)
        );

    private static async Task<EnquiryShown> ShownAsync(TestInstallation installation, CurrentAccount who, Guid id) =>
        (await installation.InScopeAsync(s => s.GetRequiredService<EnquiryQueries>().FindAsync(who, id))).ShouldNotBeNull();

    private static Task<bool> SupportAsync(TestInstallation installation, Func<SupportLog, Task> act) =>
        installation.InScopeAsync(async s =>
        {
            await act(s.GetRequiredService<SupportLog>());
            return true;
        });

    private static Task<bool> TakeBackAsync(TestInstallation installation, CurrentAccount who, Guid id) =>
        installation.InScopeAsync(s =>
            s.GetRequiredService<SupportLog>().TakeBackAsync(who, TestInstallation.NewId(), id, LogReversalReason.Mistyped)
        );

    private static async Task ShouldRefuseAsync(Refusal refusal, Func<Task> act) =>
        (await Should.ThrowAsync<RefusedException>(act)).Refusal.ShouldBe(refusal);
}
