using Hemvag.Data;
using Hemvag.Sealing;

namespace Hemvag.Modules.Cases.Person;

/// <summary>What is known of the person, read under a live opening.</summary>
internal sealed class PersonQueries(HemvagDbContext db, CaseVault vault)
{
    public Task<Unsealed<IdentityPayload>?> IdentityAsync(OpenedCompartment opened) =>
        vault.ReadAsync<IdentityPayload>(db, opened, Compartment.Identity, IdentityPayload.Subject);

    public Task<Unsealed<ContactPayload>?> ContactAsync(OpenedCompartment opened) =>
        vault.ReadAsync<ContactPayload>(db, opened, Compartment.Contact, ContactPayload.Subject);
}
