using Hemvag.Data;
using Hemvag.Modules.Consultations.Links;
using Hemvag.Modules.Consultations.Threads;
using Hemvag.Modules.Organisations;

namespace Hemvag.Demo;

/// <summary>Invented questions without a case: one that lies at the desk, one that is answered, one to a region and one that has ended.</summary>
internal sealed class DemoQuestions(DemoStageHand hand, OrganisationCatalogue organisations)
{
    private const string Iom = "iom-1";

    public async Task AskAllAsync(DateOnly today)
    {
        hand.Clock.MoveTo(today.AddDays(-9));
        var ended = await AskAsync("vast-1", IomFinland.Id, "Hur lång väntan är det till skyddat boende i huvudstaden, och tar de emot par?");
        await TakeAsync(Iom, ended);
        await WriteAsync(
            Iom,
            ended,
            "There are two shelters with places now. Neither takes couples. A family centre does, with a wait of about three weeks."
        );
        hand.Clock.MoveTo(today.AddDays(-4));
        var answered = await AskAsync(
            "vast-1",
            IomFinland.Id,
            "En person funderar på att återvända till Moldavien och har en sjukdom som kräver medicin varje dag. Finns medicinen där, och vad kostar den?"
        );
        await TakeAsync(Iom, answered);
        await WriteAsync(
            Iom,
            answered,
            "Most daily medicines are on the state list and free with insurance. Which group of medicine is it? No names are needed."
        );
        var region = await AskAsync(
            "social-1",
            organisations.Region("vast").Id,
            "Kan någon som ännu inte har bestämt sig få ett samtal om vad programmet innebär?"
        );
        hand.Clock.MoveTo(today.AddDays(-3));
        await TakeAsync("vast-1", region);
        await WriteAsync(
            "vast-1",
            region,
            "Ja. Samtalet binder inte till något. Ring regionens nummer eller öppna ett ärende med personens samtycke."
        );
        await EndAsync(Iom, ended);
        hand.Clock.MoveTo(today.AddDays(-1));
        await AskAsync("stockholm-1", IomFinland.Id, "Vilket stöd finns för den som vill starta ett litet företag på landsbygden?");
    }

    /// <summary>A colleague at the social services has written through a one-time link, and waits for an answer.</summary>
    public Task WriteByLinkAsync(string who, Guid caseId) =>
        hand.ActAsync(
            who,
            caseId,
            async (scope, handle, id) =>
            {
                var secret = await scope.GetRequiredService<LinkService>().MakeAsync(handle, id, null);
                var windows = scope.GetRequiredService<LinkWindows>();
                var cookie = await windows.OpenAsync(secret.Token, secret.Code, hand.NextId(), null);
                var window = await windows.FindAsync(cookie) ?? throw new InvalidOperationException("The window is not open.");
                await windows.WriteAsync(window, hand.NextId(), "Vi träffar personen på torsdag. Ska vi ta med något till dig?");
            }
        );

    private Task<Guid> AskAsync(string who, Guid recipient, string text) =>
        hand.DoAsync(
            who,
            (scope, account, id) => scope.GetRequiredService<ConsultationService>().AskAsync(account, id, recipient, new WrittenText(text, null))
        );

    private Task<bool> TakeAsync(string who, Guid id) => ActAsync(who, id, (service, handle, operation) => service.TakeAsync(handle, operation));

    private Task<bool> WriteAsync(string who, Guid id, string text) =>
        ActAsync(who, id, (service, handle, operation) => service.WriteAsync(handle, operation, new WrittenText(text, null)));

    private Task<bool> EndAsync(string who, Guid id) => ActAsync(who, id, (service, handle, operation) => service.EndAsync(handle, operation));

    private Task<bool> ActAsync(string who, Guid id, Func<ConsultationService, ConsultationHandle, Guid, Task> act) =>
        hand.DoAsync(
            who,
            async (scope, account, operation) =>
            {
                var handle =
                    await scope.GetRequiredService<ConsultationAccess>().FindAsync(id, account)
                    ?? throw new InvalidOperationException($"{who} does not know of the question.");
                await act(scope.GetRequiredService<ConsultationService>(), handle, operation);
                return true;
            }
        );
}
