using Hemvag.Data;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Cases.Consents;

/// <summary>One consent as it was given: the words the person heard, each answer, who was there, and what has become of it.</summary>
[Needs(CaseAction.SeeConsents)]
internal sealed class ConsentDetailsModel(
    ConsentQueries queries,
    ConsentNames names,
    ProgrammeCatalogue programmes,
    IStringLocalizer<CasesTexts> texts,
    IStringLocalizer<ProgrammesTexts> words,
    TimeProvider time
) : CasePageModel
{
    internal ConsentRow Row { get; private set; } = null!;

    internal Consent Consent => Row.Consent;

    /// <summary>The consent that took its place; null for one that was taken back or stands.</summary>
    internal Guid? ReplacedBy { get; private set; }

    internal string Recipients { get; private set; } = "";

    /// <summary>Null when nobody else was there and nothing was noted, or while sealed.</summary>
    internal ConsentWords? Words { get; private set; }

    internal bool HasWords { get; private set; }

    internal bool IsLive { get; private set; }

    internal TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Handle.Account.Zone);

    /// <summary>The text as it stood in the programme version it was read from.</summary>
    internal ConsentWording Wording => programmes.Get(Consent.ProgrammeId).Consent(Consent.Purpose);

    /// <summary>Who answers today where the words name an organisation whose mandate has ended.</summary>
    internal StatedRule? AnswersNow => programmes.Get(Consent.ProgrammeId).AnswersNow;

    internal string CompartmentNames => string.Join(", ", Compartments.Each(Consent.Compartments).Select(c => words[$"Compartment.{c}"].Value));

    internal SealedClosed Closed =>
        new(
            Handle.CaseId,
            Compartment.Protection,
            words["Compartment.Protection"],
            texts["Consent.Words.Holds"],
            CaseLinks.Consent,
            $"{CaseLinks.Consent}/{Consent.Id:D}"
        );

    public async Task OnGetAsync(Guid consentId)
    {
        var all = await queries.AllAsync(Handle);
        Row = all.FirstOrDefault(r => r.Consent.Id == consentId) ?? throw new NotThereException();
        IsLive = Case.Keeps(Consent.Purpose) && Consent.IsLive(LocalDates.Today(time.GetUtcNow().UtcDateTime, Handle.Account.Zone));
        ReplacedBy = all.FirstOrDefault(r => r.Consent.Replaces == consentId)?.Consent.Id;
        Recipients = await names.OfAsync(Handle, Row.Recipients);
        var subject = ConsentQueries.SubjectOf(Consent, all);
        HasWords = (await queries.WithWordsAsync(Handle)).Contains(subject);
        Words = HasWords ? (await queries.WordsAsync(Handle, Opened)).GetValueOrDefault(subject) : null;
    }
}
