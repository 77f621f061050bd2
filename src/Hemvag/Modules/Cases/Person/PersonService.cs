using Hemvag.Data;
using Hemvag.Modules.Cases.Forms;
using Hemvag.Sealing;

namespace Hemvag.Modules.Cases.Person;

/// <summary>What is known of the person, section by section; each version stays.</summary>
internal sealed class PersonService(CaseOperations operations, PersonTokens tokens)
{
    /// <param name="shownVersion">The version the form had shown; 0 for none.</param>
    /// <exception cref="RefusedException">SectionChanged.</exception>
    public Task SaveIdentityAsync(CaseHandle handle, Guid operationId, IdentityPayload identity, int shownVersion) =>
        operations.RunAsync(
            handle,
            operationId,
            "EditPerson",
            OperationNature.Fact,
            async work =>
            {
                var record = await work.SealAsync(Compartment.Identity, IdentityPayload.Subject, identity, shownVersion);
                await tokens.WriteAsync(work, identity);
                work.Record(new PersonRecorded(Compartment.Identity, record.Id, record.Version));
                MinorRule.Notice(work, identity.BirthDate);
            }
        );

    /// <summary>Also in a closed case whose thread of access to justice is open: the person is still called by these rules.</summary>
    /// <param name="shownVersion">The version the form had shown; 0 for none.</param>
    /// <exception cref="RefusedException">SpokenLanguageUnknown, SectionChanged.</exception>
    public Task SaveContactAsync(CaseHandle handle, Guid operationId, ContactPayload contact, int shownVersion) =>
        operations.RunAsync(
            handle,
            operationId,
            "EditPerson",
            OperationNature.Safeguard,
            async work =>
            {
                SpokenLanguages.Require(contact.Language, "Input.Language");
                var record = await work.SealAsync(Compartment.Contact, ContactPayload.Subject, contact, shownVersion);
                await tokens.WriteAsync(work, contact);
                work.Record(new PersonRecorded(Compartment.Contact, record.Id, record.Version));
            }
        );

    /// <summary>The country of return, in clear, because it decides which office can meet the person.</summary>
    /// <param name="shown">What the form had shown.</param>
    /// <exception cref="RefusedException">SectionChanged.</exception>
    public Task SetCountryAsync(CaseHandle handle, Guid operationId, string? shown, string? countryCode) =>
        operations.RunAsync(
            handle,
            operationId,
            "SetCountry",
            OperationNature.Fact,
            work =>
            {
                ShownBefore.Require(shown, work.Case.CountryCode);
                work.Record(new CountryOfReturnSet(work.Case.CountryCode, countryCode));
                work.Case.CountryCode = countryCode;
                return Task.CompletedTask;
            }
        );
}
