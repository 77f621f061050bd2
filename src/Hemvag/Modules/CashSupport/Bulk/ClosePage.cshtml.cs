using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.CashSupport.Bulk;

/// <summary>Decisions of which everything is paid and receipted are marked and closed.</summary>
[ForRoles(Role.MigrationOfficer, Role.IomCaseworker)]
internal sealed class ClosePageModel(
    CloseMany closing,
    OrganisationQueries organisations,
    ProgrammeCatalogue programmes,
    IStringLocalizerFactory localizers
) : MarkPageModel(organisations, programmes, localizers)
{
    internal override string Key => "Close";

    internal override string OnePage => CaseLinks.Close;

    protected override Task<IReadOnlyList<ToMark>> WaitingAsync() => closing.WaitingAsync(Me);

    protected override Task<IReadOnlyList<MarkedAnswer>> ActAsync() => closing.CloseAsync(Me, OperationId, Marked);
}
