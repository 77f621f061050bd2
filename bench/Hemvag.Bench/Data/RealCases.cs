using System.Globalization;
using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Demo;
using Hemvag.Modules.Cases.Person;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Bench.Data;

/// <summary>Cases whose pages are measured: made act by act by the services that the pages use, sealed and chained like any.</summary>
internal sealed class RealCases(DemoStageHand hand, DemoStory story, HemvagDbContext db)
{
    public const string Coordinator = "vast-1";
    public const string Iom = "iom-1";

    /// <summary>A matter that has just been taken.</summary>
    /// <param name="number">Tells it from the others.</param>
    public Task<Guid> TakenAsync(int number) => story.FirstContactAsync(Person(number.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Carried until IOM Finland has answered; then its contact details are saved until the timeline is that long.</summary>
    public async Task<Guid> WithTimelineAsync(int entries)
    {
        var person = Person("timeline");
        var caseId = await story.FirstContactAsync(person);
        await story.DecideAsync(person, caseId);
        await story.InformAsync(person, caseId);
        await story.ApplyAsync(person, caseId);
        await story.ReferAsync(person, caseId);
        await story.AnswerAsync(person, caseId);
        var stream = Streams.Case(caseId);
        var done = await db.Set<Operation>().CountAsync(o => o.Stream == stream);
        for (var version = 1; version <= entries - done; version++)
        {
            await SaveContactAsync(caseId, version);
        }

        return caseId;
    }

    private Task SaveContactAsync(Guid caseId, int version) =>
        hand.ActAsync(
            Coordinator,
            caseId,
            (scope, handle, id) =>
                scope
                    .GetRequiredService<PersonService>()
                    .SaveContactAsync(handle, id, new ContactPayload($"070-174 {version:D4}", "Vardagar", null, null, null, "sv", false), version)
        );

    private static DemoCase Person(string code) => DemoPersons.Cases[0] with { Code = code, Coordinator = Coordinator, Stage = DemoStage.Taken };
}
