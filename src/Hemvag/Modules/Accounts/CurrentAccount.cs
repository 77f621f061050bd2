using Hemvag.Auditing;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Accounts;

/// <summary>The account that makes this request, as the session check has just read it.</summary>
/// <param name="Zone">IANA zone of the organisation: decides what "today" is.</param>
internal sealed record CurrentAccount(
    Guid Id,
    string Name,
    Guid OrganisationId,
    OrganisationKind OrganisationKind,
    string OrganisationName,
    string Zone,
    IReadOnlySet<Role> Roles
)
{
    public Actor Actor => new(Id, Name);

    public bool Is(Role role) => Roles.Contains(role);
}
