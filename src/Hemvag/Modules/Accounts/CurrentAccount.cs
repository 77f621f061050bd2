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

    /// <summary>The colleagues it stands in for today (<see cref="Covers.Cover"/>).</summary>
    public IReadOnlyList<Guid> CoversFor { get; init; } = [];

    /// <summary>Under which ids work waits for it and cases are its own: itself, its organisation, those it stands in for.</summary>
    public IReadOnlyList<Guid> Whos => [Id, OrganisationId, .. CoversFor];

    public bool Is(Role role) => Roles.Contains(role);
}
