using Hemvag.Auditing;

namespace Hemvag.Modules.Organisations;

/// <summary>The shipped list was brought into the database.</summary>
/// <param name="Added">How many rows were new.</param>
/// <param name="Changed">How many rows the newer list changed.</param>
internal sealed record OrganisationsImported(int Added, int Changed) : IEvent;

internal sealed record OrganisationAdded(Guid OrganisationId, OrganisationKind Kind, string Code) : IEvent;

/// <summary>How it is reached was set by hand; which ways there are now.</summary>
internal sealed record OrganisationContactsSet(Guid OrganisationId, bool Phone, bool Mail, bool Web, bool Address) : IEvent;

internal sealed record OrganisationSinglePersonSet(Guid OrganisationId, bool Before, bool After) : IEvent;
