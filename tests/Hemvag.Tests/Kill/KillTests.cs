using System.Collections.Concurrent;
using System.Net;
using Hemvag.TestKit;
using Hemvag.TestKit.Databases;
using Hemvag.TestKit.Pages;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Kill;

/// <summary>What was acknowledged is there, whatever happens to the process in between.</summary>
public sealed class KillTests
{
    private const int Workers = 3;

    [Theory, OnBothDatabases]
    public Task Every_acknowledged_save_outlives_a_kill(DatabaseKind kind) => KillAsync(kind, rounds: 1);

    [Trait("Category", "Long")]
    [Theory, OnBothDatabases]
    public Task Every_acknowledged_save_outlives_many_kills(DatabaseKind kind) => KillAsync(kind, rounds: 20);

    private static Task KillAsync(DatabaseKind kind, int rounds) =>
        SeededRandom.RunAsync(async random =>
        {
            await using var database = await TestDatabase.CreateAsync(kind);
            var folder = TestFolder.New("kill");
            var saved = new ConcurrentQueue<string>();
            for (var round = 0; round < rounds; round++)
            {
                using (var program = await ProgramProcess.RunAsync(database, folder))
                {
                    var clients = await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => PlainVisitor.SignInAsync(program.Url, "stockholm-1")));
                    await ShouldHoldAsync(clients[0], saved);
                    var saving = clients.Select(c => SaveUntilItDiesAsync(c, saved)).ToList();
                    await FirstSaveAsync(saving, saved, saved.Count);
                    await Task.Delay(random.Next(0, 2000), TestContext.Current.CancellationToken);
                    await program.KillAsync();
                    await WithLogAsync(program, Task.WhenAll(saving));
                }

                var (code, said) = await ProgramProcess.VerifyAsync(database, folder);
                code.ShouldBe(0, said);
            }

            saved.ShouldNotBeEmpty("a test that saves nothing shows nothing");
            using var last = await ProgramProcess.RunAsync(database, folder);
            using var reader = await PlainVisitor.SignInAsync(last.Url, "stockholm-1");
            await ShouldHoldAsync(reader, saved);
        });

    // On a busy machine the first save takes its time; a kill before it would show nothing.
    private static async Task FirstSaveAsync(List<Task> saving, ConcurrentQueue<string> saved, int before)
    {
        while (saved.Count == before && !saving.Exists(s => s.IsCompleted))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    // What the program said of itself is why an answer was wrong.
    private static async Task WithLogAsync(ProgramProcess program, Task saving)
    {
        try
        {
            await saving;
        }
        catch (ShouldAssertException wrong)
        {
            throw new InvalidOperationException($"{wrong.Message}\n{await program.SaidAsync()}", wrong);
        }
    }

    private static async Task SaveUntilItDiesAsync(PageClient client, ConcurrentQueue<string> saved)
    {
        using (client)
        {
            try
            {
                while (true)
                {
                    var page = (await client.GetAsync("/matters/new")).ShouldBeOk();
                    var answer = await Fill(page.Form()).SubmitOnceAsync("true");
                    if (answer.Refusal == "ManyAtOnce")
                    {
                        // Told to try again is not told that it is saved.
                        continue;
                    }

                    answer.Status.ShouldBe(HttpStatusCode.Redirect, answer.Text);
                    saved.Enqueue(answer.RedirectsTo!);
                }
            }
            catch (Exception error) when (error is HttpRequestException or IOException or TaskCanceledException)
            {
                // Killed in the middle: what it did not acknowledge, it did not promise.
            }
        }
    }

    private static PageForm Fill(PageForm form) =>
        form.Fill("Input.Channel", "Phone")
            .Fill("Input.ConsentsToContact", "true")
            .Fill("Input.ConsentForm", "Oral")
            .Fill("Input.IsAdult", "true")
            .Fill("Input.ChildrenTravelAlong", "false")
            .Fill("Input.GivenNames", "Amina")
            .Fill("Input.Question", "Vill veta hur en återresa går till.");

    private static async Task ShouldHoldAsync(PageClient client, IEnumerable<string> saved)
    {
        foreach (var path in saved)
        {
            (await client.GetAsync(path)).Status.ShouldBe(HttpStatusCode.OK, path);
        }
    }
}
