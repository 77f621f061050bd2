using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.CashSupport.Bulk;

/// <summary>IOM Finland marks the decisions it has and confirms them.</summary>
[ForRoles(Role.IomCaseworker)]
internal sealed class ConfirmPageModel(
    ConfirmMany confirming,
    OrganisationQueries organisations,
    ProgrammeCatalogue programmes,
    IStringLocalizerFactory localizers
) : MarkPageModel(organisations, programmes, localizers)
{
    internal override string Key => "Confirm";

    internal override string OnePage => CashPages.Receipt;

    protected override Task<IReadOnlyList<ToMark>> WaitingAsync() => confirming.WaitingAsync(Me);

    protected override Task<IReadOnlyList<MarkedAnswer>> ActAsync() => confirming.ConfirmAsync(Me, OperationId, Marked);
}
