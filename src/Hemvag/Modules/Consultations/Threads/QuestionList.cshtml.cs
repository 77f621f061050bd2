using Hemvag.Modules.Accounts;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Consultations.Threads;

/// <summary>Questions without a case that the reader asked, answers or could take.</summary>
[ForRoles(Role.RegionalCoordinator, Role.ReferringProfessional, Role.IomCaseworker)]
internal sealed class QuestionListModel(ConsultationQueries queries, OrganisationQueries organisations, TimeProvider time) : AccountPageModel
{
    private readonly Dictionary<Guid, string> names = [];

    internal IReadOnlyList<ConsultationRow> Rows { get; private set; } = [];

    internal DateTime Now => time.GetUtcNow().UtcDateTime;

    internal bool MayAsk => Me.Is(Role.RegionalCoordinator) || Me.Is(Role.ReferringProfessional);

    public async Task OnGetAsync()
    {
        Rows = await queries.ListAsync(Me);
        foreach (var id in Rows.SelectMany(r => new[] { r.RecipientId, r.AskedFrom }).Distinct())
        {
            names[id] = await organisations.NameAsync(id);
        }
    }

    internal string NameOf(Guid organisationId) => names.GetValueOrDefault(organisationId, "");
}
