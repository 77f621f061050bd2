using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Sealing;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Assessments.Information;

internal sealed class InformationInput
{
    [Required]
    public DateOnly? HeldOn { get; set; }

    public List<string> Topics { get; set; } = [];

    [MaxLength(8)]
    public string? Language { get; set; }

    public ConsentReading? Reading { get; set; }

    [MaxLength(200)]
    public string? Interpreter { get; set; }

    public string? Questions { get; set; }
}

/// <summary>What the person has been told (S1.14-S1.16, S1.33, S1.42), what is missing, and the form for the next conversation.</summary>
[Needs(CaseAction.SeeAssessment)]
internal sealed class InformationModel(
    Conversations conversations,
    InformationQueries queries,
    ProgrammeCatalogue programmes,
    IStringLocalizer<AssessmentsTexts> texts,
    TimeProvider time
) : AssessmentPageModel(time)
{
    [BindProperty]
    public InformationInput Input { get; set; } = new();

    internal IReadOnlyList<ConversationView> Conversations { get; private set; } = [];

    internal ToldTopics Told { get; private set; } = new([], []);

    internal ProgrammeVersion Programme => programmes.Get(Case.ProgrammeId);

    internal bool MayRecord => Handle.May(CaseAction.RecordInformation) && Case.ClosedAt is null;

    internal IReadOnlyList<Choice> Topics => [.. Programme.Information.Select(t => new Choice(t.Id, t.Title.Shown, Hint: t.Text.Shown))];

    internal IReadOnlyList<Choice> Languages { get; } = SpokenLanguages.Choices();

    internal string TitlesOf(string topics)
    {
        var told = InformationConversation.TopicsIn(topics);
        return told.Count == 0
            ? texts["Information.OnlyAsked"]
            : string.Join(", ", Programme.Information.Where(t => told.Contains(t.Id)).Select(t => t.Title.Shown));
    }

    internal string HowOf(ConversationView held) =>
        string.Join(
            ". ",
            new[]
            {
                held.Language is { } code ? texts["Information.InLanguage", SpokenLanguages.Name(code)].Value : null,
                held.Reading is { } reading ? texts[$"ConsentReading.{reading}"].Value : null,
                held.RecordedBy,
            }.Where(part => part is not null)
        );

    public async Task OnGetAsync()
    {
        Input.HeldOn = Today;
        await LoadAsync();
    }

    [Needs(CaseAction.RecordInformation)]
    public async Task<IActionResult> OnPostAsync()
    {
        var answers = new ConversationAnswers(
            Input.HeldOn!.Value,
            Input.Topics,
            Input.Language,
            Input.Reading,
            new ConversationNotes(Input.Interpreter, Input.Questions)
        );
        await conversations.RecordAsync(Handle, OperationId, answers);
        return Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.Information));
    }

    public override async Task LoadAsync()
    {
        Conversations = await queries.ConversationsAsync(Handle, IsOpen(Compartment.Protection) ? Opened : null);
        Told = ToldTopics.Of(Programme, Conversations.Select(c => c.Topics));
    }
}
