using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Notes;
using Hemvag.Sealing;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Consultations.Joining;

/// <summary>The consultations that have become part of the case.</summary>
[Needs(CaseAction.SeePerson)]
internal sealed class CaseQuestionsModel(CaseNotes notes, IStringLocalizer<ConsultationsTexts> texts) : CasePageModel
{
    internal IReadOnlyList<JoinedConsultation> Joined { get; private set; } = [];

    internal TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Handle.Account.Zone);

    /// <summary>Null for those whose task needs no notes.</summary>
    internal SealedClosed? Closed =>
        Handle.MayOpen(Compartment.Notes)
            ? new SealedClosed(Handle.CaseId, Compartment.Notes, texts["CaseQuestions.Title"], texts["Thread.Holds.Detail"], "questions", "questions")
            : null;

    public async Task OnGetAsync() =>
        Joined = [
            .. (await notes.ReadAsync<JoinedConsultation>(Handle, JoinedConsultation.SubjectPrefix)).Select(j => j.Value).OrderBy(j => j.AskedAt),
        ];
}
