using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Helpline;
using Hemvag.Modules.Helpline.Enquiries;
using Hemvag.Modules.Helpline.SupportLine;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Demo;

/// <summary>Invented rows of the helpline's log and of the national support line's.</summary>
internal sealed class DemoLines(DemoStageHand hand)
{
    private const string Iom = "iom-1";

    public async Task LogAllAsync(DateOnly today, Guid linkedCase)
    {
        await HelplineAsync(today, linkedCase);
        await SupportLineAsync(today);
    }

    private async Task HelplineAsync(DateOnly today, Guid linkedCase)
    {
        (int DaysAgo, HelplineChannel, HelplineLanguage, HelplineTopic, int? CallBackIn)[] calls =
        [
            (28, HelplineChannel.Phone, HelplineLanguage.Arabic, HelplineTopic.Payment, null),
            (27, HelplineChannel.WhatsApp, HelplineLanguage.KurdishSorani, HelplineTopic.HowToApply, null),
            (24, HelplineChannel.WhatsApp, HelplineLanguage.Dari, HelplineTopic.Decision, 3),
            (21, HelplineChannel.Viber, HelplineLanguage.English, HelplineTopic.LocalOffice, null),
            (20, HelplineChannel.Phone, HelplineLanguage.Farsi, HelplineTopic.WhoCanGetIt, null),
            (17, HelplineChannel.Phone, HelplineLanguage.English, HelplineTopic.Documents, null),
            (14, HelplineChannel.WhatsApp, HelplineLanguage.Arabic, HelplineTopic.Payment, null),
            (13, HelplineChannel.Phone, HelplineLanguage.Tajik, HelplineTopic.Journey, null),
            (10, HelplineChannel.Phone, HelplineLanguage.Another, HelplineTopic.SomethingElse, null),
            (8, HelplineChannel.WhatsApp, HelplineLanguage.KurdishKurmanji, HelplineTopic.AfterReturn, null),
            (6, HelplineChannel.Phone, HelplineLanguage.Arabic, HelplineTopic.Payment, 4),
            (4, HelplineChannel.Viber, HelplineLanguage.Dari, HelplineTopic.LocalOffice, 6),
        ];
        foreach (var (daysAgo, channel, language, topic, callBackIn) in calls)
        {
            // Logged the morning after.
            var day = today.AddDays(-daysAgo);
            hand.Clock.MoveTo(day.AddDays(1));
            var outcome = callBackIn is null ? HelplineOutcome.Answered : HelplineOutcome.CallBack;
            var call = new NewEnquiry(
                day,
                new TimeOnly(13, 40),
                channel,
                language,
                topic,
                outcome,
                callBackIn is { } days ? day.AddDays(days) : null
            );
            await DoAsync<EnquiryLog>((log, account, id) => log.AddAsync(account, id, call));
        }

        var all = await hand.DoAsync(
            Iom,
            (scope, _, _) => scope.GetRequiredService<HemvagDbContext>().Set<HelplineEnquiry>().OrderBy(e => e.HappenedAt).ToListAsync()
        );
        hand.Clock.MoveTo(today.AddDays(-3));
        await DoAsync<EnquiryLog>((log, account, id) => log.TakeBackAsync(account, id, all[8].Id, LogReversalReason.NotHere));
        await DoAsync<EnquiryLog>((log, account, id) => log.CallBackAsync(account, id, all[2].Id, CallBackResult.Reached, null));
        await DoAsync<EnquiryLog>((log, account, id) => log.CallBackAsync(account, id, all[11].Id, CallBackResult.Tried, today.AddDays(1)));
        var number = await hand.DoAsync(
            Iom,
            (scope, _, _) =>
                scope.GetRequiredService<HemvagDbContext>().Set<Case>().Where(c => c.Id == linkedCase).Select(c => c.Number).SingleAsync()
        );
        await DoAsync<EnquiryLinking>((linking, account, id) => linking.LinkAsync(account, id, all[9].Id, number));
    }

    private async Task SupportLineAsync(DateOnly today)
    {
        (string Who, int DaysAgo, NewTalk Talk)[] talks =
        [
            ("national-1", 26, Talk(SupportAsker.SocialServices, "14", SupportTopic.ReturnProgramme, SupportReferral.RegionalCoordinator)),
            ("national-1", 25, Talk(SupportAsker.Police, "01", SupportTopic.SuspectedTrafficking, SupportReferral.Nobody)),
            ("national-1", 23, Talk(SupportAsker.SocialServices, "12", SupportTopic.Protection, SupportReferral.Shelter)),
            ("national-1", 20, Talk(SupportAsker.HealthCare, null, SupportTopic.Secrecy, SupportReferral.Nobody)),
            ("national-1", 18, Talk(SupportAsker.MigrationAgency, "01", SupportTopic.ResidencePermit, SupportReferral.RegionalCoordinator)),
            ("national-1", 16, Talk(SupportAsker.School, "25", SupportTopic.Children, SupportReferral.SocialServices)),
            ("national-1", 12, Talk(SupportAsker.Shelter, "14", SupportTopic.ReturnProgramme, SupportReferral.RegionalCoordinator)),
            ("national-1", 9, Talk(SupportAsker.SocialServices, "03", SupportTopic.General, SupportReferral.Nobody)),
            ("national-1", 6, Talk(SupportAsker.SocialServices, "01", SupportTopic.Prostitution, SupportReferral.Nobody)),
            ("vast-1", 15, Talk(SupportAsker.SocialServices, "14", SupportTopic.ReturnProgramme, SupportReferral.Nobody)),
            ("vast-1", 11, Talk(SupportAsker.Prosecutor, "13", SupportTopic.LegalProceedings, SupportReferral.Police)),
            ("vast-1", 5, Talk(SupportAsker.OtherAssociation, "14", SupportTopic.Protection, SupportReferral.Shelter)),
        ];
        foreach (var (who, daysAgo, talk) in talks)
        {
            var day = today.AddDays(-daysAgo);
            hand.Clock.MoveTo(day);
            await hand.DoAsync(
                who,
                async (scope, account, id) =>
                {
                    await scope.GetRequiredService<SupportLog>().AddAsync(account, id, talk with { Day = day });
                    return true;
                }
            );
        }
    }

    private static NewTalk Talk(SupportAsker asker, string? county, SupportTopic topic, SupportReferral referral) =>
        new(default, asker, county, topic, TalkLength.UpToHalfAnHour, referral);

    private Task<bool> DoAsync<TService>(Func<TService, Modules.Accounts.CurrentAccount, Guid, Task> act)
        where TService : notnull =>
        hand.DoAsync(
            Iom,
            async (scope, account, id) =>
            {
                await act(scope.GetRequiredService<TService>(), account, id);
                return true;
            }
        );
}
