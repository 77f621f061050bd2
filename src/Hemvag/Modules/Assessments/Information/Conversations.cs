using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Consents;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Assessments.Information;

/// <summary>A conversation as it is typed in.</summary>
internal sealed record ConversationAnswers(
    DateOnly HeldOn,
    IReadOnlyList<string> Topics,
    string? Language,
    ConsentReading? Reading,
    ConversationNotes Notes
);

/// <summary>Records conversations in which information was given.</summary>
internal sealed class Conversations(CaseOperations operations)
{
    /// <summary>Adds a conversation. When all topics have been told, the milestone follows by itself, dated by the last conversation.</summary>
    /// <exception cref="RefusedException">DateInFuture, DateTooEarly, NothingTold, LanguageNotReviewed, WordUnknown.</exception>
    public Task<bool> RecordAsync(CaseHandle handle, Guid operationId, ConversationAnswers answers) =>
        operations.RunAsync(
            handle,
            operationId,
            "RecordInformation",
            OperationNature.Fact,
            async work =>
            {
                Require(work, answers);
                await AddAsync(work, answers);
                await ReachAsync(work);
            }
        );

    private static void Require(CaseWork work, ConversationAnswers answers)
    {
        work.Days.Require(answers.HeldOn, "Input.HeldOn");
        if (answers.Topics.Except(work.Programme.Information.Select(t => t.Id), StringComparer.Ordinal).Any())
        {
            throw new RefusedException(AssessmentRefusals.WordUnknown, "Input.Topics");
        }

        if (answers.Topics.Count == 0 && answers.Notes.Questions is null)
        {
            throw new RefusedException(AssessmentRefusals.NothingTold, "Input.Topics");
        }

        if (answers.Language is { } code && !SpokenLanguages.Has(code))
        {
            throw new RefusedException(AssessmentRefusals.WordUnknown, "Input.Language");
        }

        if (answers is { Reading: ConsentReading.ReviewedText, Language: { } language } && !ReviewedLanguages.Has(language))
        {
            throw new RefusedException(AssessmentRefusals.LanguageNotReviewed, "Input.Reading");
        }
    }

    private static async Task AddAsync(CaseWork work, ConversationAnswers answers)
    {
        var conversation = new InformationConversation
        {
            Id = work.NewId(),
            CaseId = work.Case.Id,
            HeldOn = answers.HeldOn,
            Language = answers.Language,
            Reading = answers.Reading,
            Topics = string.Join(',', work.Programme.Information.Select(t => t.Id).Where(answers.Topics.Contains)),
            RecordedBy = work.Account!.Id,
            RecordedAt = work.Now,
        };
        var record = answers.Notes.IsEmpty
            ? null
            : await work.SealAsync(Compartment.Protection, ConversationNotes.SubjectOf(conversation.Id), answers.Notes, null);
        work.Db.Add(conversation);
        work.Record(
            new InformationRecorded(
                conversation.Id,
                conversation.HeldOn,
                conversation.Language,
                conversation.Reading,
                conversation.Topics,
                record?.Id
            )
        );
    }

    private static async Task ReachAsync(CaseWork work)
    {
        if (work.Reached.Contains(MilestoneKind.InformationGiven))
        {
            return;
        }

        var stored = await work.Db.Set<InformationConversation>().Where(c => c.CaseId == work.Case.Id).ToListAsync();
        var all = stored.Union(work.Db.Set<InformationConversation>().Local.Where(c => c.CaseId == work.Case.Id)).ToList();
        if (ToldTopics.Of(work.Programme, all.Select(c => c.Topics)).Complete)
        {
            await work.ReachAsync(MilestoneKind.InformationGiven, all.Max(c => c.HeldOn));
        }
    }
}
