using Hemvag.Modules.Cases.Disclosures.WithoutConsent;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Cases.Disclosures;

/// <summary>Every crossing of the case's borders, and what past recipients have answered. Can be printed for the person.</summary>
[Needs(CaseAction.SeeTrail)]
internal sealed class LedgerModel(
    DisclosureQueries queries,
    DisclosureRequestQueries requests,
    IStringLocalizer<ProgrammesTexts> words,
    IStringLocalizer<CasesTexts> texts
) : CasePageModel
{
    internal IReadOnlyList<DisclosureRow> Rows { get; private set; } = [];

    internal IReadOnlyList<AnswerRow> Answers { get; private set; } = [];

    internal IReadOnlyList<DisclosureRequestRow> Requests { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Rows = await queries.LedgerAsync(Handle);
        Requests = Handle.May(CaseAction.DiscloseWithoutConsent) ? await requests.OfAsync(Handle, withReasons: false) : [];
        Answers = await queries.AnswersAsync(Handle);
    }

    internal string PathOf(DisclosureRequestRow row) => CaseLinks.To(Handle.CaseId, $"{CaseLinks.Disclosures}/{row.Request.Id:D}");

    internal string Who(DisclosureRow row) => row.Recipient is { } recipient ? words[$"PackageRecipient.{recipient}"].Value : row.Organisation;

    internal string What(Compartment compartments) =>
        compartments == Compartment.None
            ? texts["Ledger.NothingSealed"].Value
            : string.Join(", ", Compartments.Each(compartments).Select(c => words[$"Compartment.{c}"].Value));

    internal string Ground(DisclosureRow row) =>
        row.Purpose is { } purpose
            ? $"{texts["DisclosureGround.Consent"].Value}: {words[$"ConsentPurpose.{purpose}"].Value}"
            : texts[$"DisclosureGround.{row.Ground}"].Value;
}
