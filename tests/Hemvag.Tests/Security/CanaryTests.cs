using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Cases.Stopping;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Hosts;
using Hemvag.TestKit.Mails;
using Hemvag.TestKit.Pages;
using Hemvag.Tests.Auditing;
using Hemvag.Tests.Kill;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Security;

/// <summary>
/// Promise 3: a copy of the database, a log or a mail without the keys holds no name, contact, document number, free text or attachment in clear.
/// </summary>
public sealed class CanaryTests
{
    [Theory, OnBothDatabases]
    public async Task What_services_are_told_is_nowhere_in_clear(DatabaseKind kind)
    {
        var log = new KeptLog();
        var sentinels = new Sentinels();
        await using var installation = await TestInstallation.CreateAsync(kind, services => Keep(services, log));
        var caseId = await installation.OpenMatterAsync(
            TestInstallation.Matter() with
            {
                Identity = new IdentityPayload(null, sentinels.Word(), sentinels.Word(), new DateOnly(1994, 5, 2), "AL", sentinels.Word()),
                Contact = new ContactPayload(
                    sentinels.Phone(),
                    sentinels.Word(),
                    sentinels.Word(),
                    sentinels.Word(),
                    sentinels.Word(),
                    "sq",
                    NeedsInterpreter: true
                ),
                Question = sentinels.Word(),
            }
        );
        await installation.AttachAsync(caseId, sentinels.Word() + ".pdf", sentinels.Pdf());
        var handle = await installation.HandleAsync(caseId);
        await installation.InScopeAsync(async s =>
        {
            var stop = ActivatorUtilities.CreateInstance<StopService>(s);
            await stop.StopAsync(handle, TestInstallation.NewId());
            var today = LocalDates.Today(s.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, handle.Account.Zone);
            await stop.ReachedAsync(handle, TestInstallation.NewId(), new ReachedInput(ReachedHow.ByPhone, today, sentinels.Word()));
            return true;
        });

        await installation.CheckpointAsync();
        await installation.VerifyAsync();
        sentinels.Words.Count.ShouldBeGreaterThan(10);
        (await sentinels.FoundInAsync(installation.Database)).ShouldBeEmpty();
        sentinels.FoundIn("the log", log.Bytes).ShouldBeEmpty();
        // Dump, backup, write-ahead log and whatever lies beside it; then the key folder with its checkpoints.
        foreach (var (name, bytes) in await StoredFiles.ReadAsync(installation.Database))
        {
            sentinels.FoundIn(name, bytes).ShouldBeEmpty();
        }

        foreach (var file in Directory.EnumerateFiles(installation.KeyFolder))
        {
            sentinels.FoundIn(Path.GetFileName(file), await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)).ShouldBeEmpty();
        }
    }

    /// <summary>Whoever reads the mail over a shoulder learns that something waits, and not even of which case.</summary>
    [Theory, OnBothDatabases]
    public async Task A_mail_holds_no_word_of_the_case(DatabaseKind kind)
    {
        Assert.SkipWhen(MailSink.WhyNot is not null, MailSink.WhyNot ?? "");
        var sentinels = new Sentinels();
        await using var installation = await TestInstallation.CreateAsync(kind);
        var address = MailSink.NewAddress("canary");
        var reader = await installation.AddAccountAsync(address, "Asta Lind");
        var server = MailSink.Address!.Split(':');
        var matter = TestInstallation.Matter() with
        {
            Identity = new IdentityPayload(null, sentinels.Word(), sentinels.Word(), new DateOnly(1994, 5, 2), "AL", null),
            Question = sentinels.Word(),
            TakeIt = false,
        };
        var caseId = await installation.OpenMatterAsync(matter);
        await using var db = installation.Database.Open();
        var number = await db.Set<Hemvag.Modules.Cases.Case>()
            .Where(c => c.Id == caseId)
            .Select(c => c.Number)
            .FirstAsync(TestContext.Current.CancellationToken);
        (await db.Set<Notice>().AnyAsync(n => n.AccountId == reader, TestContext.Current.CancellationToken)).ShouldBeTrue();
        await installation.InScopeAsync(s =>
            new NoticeMail(
                db,
                s.GetRequiredService<INoticeAddresses>(),
                new SmtpOptions { Host = server[0], Port = int.Parse(server[1], System.Globalization.CultureInfo.InvariantCulture) }
            ).RunAsync(NoticeMail.For(reader, installation.Time.GetUtcNow().UtcDateTime), CancellationToken.None)
        );

        var mail = (await MailSink.WaitForAsync(address)).ShouldHaveSingleItem();

        var everything = mail.Subject + mail.Body + string.Concat(mail.Headers.Select(h => h.Key + h.Value));
        sentinels.FoundIn("the mail", System.Text.Encoding.UTF8.GetBytes(everything)).ShouldBeEmpty();
        everything.ShouldNotContain(number);
        everything.ShouldNotContain($"{caseId:N}");
        everything.ShouldNotContain($"{caseId:D}");
    }

    /// <summary>A coordinator goes through every page there is and types a word of its own into every field that takes text.</summary>
    [Theory, OnBothDatabases]
    public async Task What_is_typed_into_pages_is_nowhere_in_clear(DatabaseKind kind)
    {
        var log = new KeptLog();
        var sentinels = new Sentinels();
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var app = RunningApp.Start(database, o => o with { Demo = true, Services = services => Keep(services, log) });
        using var coordinator = await PlainVisitor.SignInAsync(app.Url, "stockholm-1");
        var page = (await coordinator.GetAsync("/matters/new")).ShouldBeOk();
        var opened = await TypeEverywhere(page, "form:has([name='Input.Channel'])", sentinels)
            .Fill("Input.IsAdult", "true")
            .Fill("Input.ChildrenTravelAlong", "false")
            .Fill("Input.ConsentLanguage", "sv")
            .SubmitAsync("true");
        opened.ShouldBeOk();
        var (pages, forms) = await GoThroughAsync(coordinator, opened.Url.AbsolutePath, sentinels);

        pages.ShouldBeGreaterThan(8);
        forms.ShouldBeGreaterThan(8);
        log.Count.ShouldBeGreaterThan(20);
        (await sentinels.FoundInAsync(database)).ShouldBeEmpty();
        sentinels.FoundIn("the log", log.Bytes).ShouldBeEmpty();
    }

    internal static void Keep(IServiceCollection services, KeptLog log) =>
        services.AddLogging(logging =>
        {
            logging.SetMinimumLevel(LogLevel.Trace);
            logging.AddFilter<KeptLog>(null, LogLevel.Trace);
            logging.AddProvider(log);
        });

    private static async Task<(int Pages, int Forms)> GoThroughAsync(PageClient client, string root, Sentinels sentinels)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { root };
        var next = new Queue<string>([root]);
        var forms = 0;
        while (next.TryDequeue(out var path) && seen.Count < 80)
        {
            if (path.EndsWith("/hand-over", StringComparison.Ordinal) && next.Count > 0)
            {
                // After that the case is another region's: it comes last.
                next.Enqueue(path);
                continue;
            }

            var page = await client.GetAsync(path);
            page.ShouldNotBreak();
            foreach (var link in page.Document.QuerySelectorAll("main a[href], nav a[href]").Select(a => a.GetAttribute("href")!))
            {
                var target = new Uri(page.Url, link);
                if (target.AbsolutePath.StartsWith(root, StringComparison.Ordinal) && seen.Add(target.AbsolutePath))
                {
                    next.Enqueue(target.AbsolutePath);
                }
            }

            foreach (var selector in Forms(page))
            {
                var answer = await TypeEverywhere(page, selector, sentinels).SubmitAsync();
                answer.ShouldNotBreak();
                forms++;
            }
        }

        return (seen.Count, forms);
    }

    // What ends the case or closes what is open comes last or not at all.
    private static IEnumerable<string> Forms(PageAnswer page) =>
        page
            .Document.QuerySelectorAll("main form")
            .Select((form, at) => (Form: form, At: at))
            .Where(f => f.Form.QuerySelector("textarea, input[type=text], input:not([type]), input[type=tel], input[type=email]") is not null)
            .Select(f => $"main form >> {f.At}");

    private static PageForm TypeEverywhere(PageAnswer page, string selector, Sentinels sentinels)
    {
        var element = Element(page, selector);
        element.SetAttribute("data-canary", "here");
        var form = page.Form("form[data-canary]");
        foreach (var control in element.Elements.Where(c => !string.IsNullOrEmpty(c.GetAttribute("name"))))
        {
            // Two answers decide whether there is a case at all: an adult who travels alone.
            if (control.GetAttribute("name") is "Input.IsAdult" or "Input.ChildrenTravelAlong")
            {
                form.Fill(control.GetAttribute("name")!, control.GetAttribute("name") == "Input.IsAdult" ? "true" : "false");
            }
            else if (Typed(control, sentinels) is { } value)
            {
                form.Fill(control.GetAttribute("name")!, value);
            }
        }

        element.RemoveAttribute("data-canary");
        return form;
    }

    private static IHtmlFormElement Element(PageAnswer page, string selector) =>
        selector.Split(" >> ") is [var all, var at]
            ? (IHtmlFormElement)page.Document.QuerySelectorAll(all)[int.Parse(at, System.Globalization.CultureInfo.InvariantCulture)]
            : (IHtmlFormElement)page.Document.QuerySelector(selector)!;

    private static string? Typed(IElement control, Sentinels sentinels) =>
        control switch
        {
            IHtmlTextAreaElement => sentinels.Word(),
            IHtmlInputElement { Type: "tel" } => sentinels.Phone(),
            IHtmlInputElement { Type: "checkbox" } box => box.GetAttribute("value") ?? "on",
            IHtmlInputElement { Type: "radio" } radio => radio.GetAttribute("value"),
            // A field for dates, numbers and amounts says so.
            IHtmlInputElement { Type: "text" } text when text.GetAttribute("inputmode") is null => sentinels.Word(),
            IHtmlSelectElement select => select.Options.LastOrDefault(o => !string.IsNullOrEmpty(o.Value))?.Value,
            _ => null,
        };
}
