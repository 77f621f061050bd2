using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;

namespace Hemvag.Modules.CashSupport.Decisions;

/// <summary>
/// The notice the person takes along (S4.21, S4.22): what was granted, which office to approach and how, whom to ask, and that complaints are
/// always received. In Swedish and English: of the languages of S4.24 no other has a reviewed text.
/// </summary>
[Needs(CaseAction.SeeCash)]
internal sealed class NoticeModel(CashQueries queries, FamilyNames names, CashWords words, OrganisationQueries organisations, TimeProvider time)
    : CashPageModel(queries, names, words, time)
{
    public static readonly IReadOnlyList<string> Languages = ["sv", "en"];

    internal OrganisationView? Office { get; private set; }

    /// <summary>Whom to ask where nobody has said how the office is reached, and who receives complaints.</summary>
    internal OrganisationView? Iom { get; private set; }

    internal OrganisationView? Agency { get; private set; }

    internal bool LacksContacts => Office?.LacksContacts != false;

    public Task OnGetAsync() => LoadAsync();

    public override async Task LoadAsync()
    {
        await base.LoadAsync();
        Office = Case.LocalOfficeId is { } office ? await organisations.FindAsync(office) : null;
        Iom = await organisations.FindAsync(IomFinland.Id);
        Agency = await organisations.FindAsync(Case.RegionId);
    }
}
