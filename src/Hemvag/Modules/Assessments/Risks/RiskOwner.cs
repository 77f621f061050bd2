using System.Globalization;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Assessments.Risks;

/// <summary>Who answers for a risk: whoever holds a role at an organisation, or one named account there.</summary>
/// <param name="AccountId">Null: whoever holds the role.</param>
internal sealed record RiskOwner(Guid OrganisationId, Role Role, Guid? AccountId)
{
    /// <summary>As a form carries it: <c>organisation/role</c> or <c>organisation/role/account</c>.</summary>
    public string Value =>
        AccountId is { } account
            ? string.Create(CultureInfo.InvariantCulture, $"{OrganisationId:N}/{Role}/{account:N}")
            : string.Create(CultureInfo.InvariantCulture, $"{OrganisationId:N}/{Role}");
}
