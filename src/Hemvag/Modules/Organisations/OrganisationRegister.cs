using Hemvag.Auditing;
using Hemvag.Data;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Organisations;

/// <summary>What an administrator says of a new organisation.</summary>
/// <param name="Zone">IANA zone.</param>
/// <param name="Id">Given by the demo alone, which wants the same ids every time.</param>
internal sealed record NewOrganisation(
    OrganisationKind Kind,
    string NameSv,
    string NameEn,
    string? CountryCode,
    string Zone,
    string? Phone,
    string? Mail,
    string? Web,
    Guid? Id = null
);

/// <summary>Changes that administrators make to the list of organisations: operations of the system's stream.</summary>
internal sealed class OrganisationRegister(Operations operations, OrganisationQueries queries, OrganisationCatalogue catalogue)
{
    /// <summary>Authorities, shelters and partners are added by hand; regions, offices and the rest come with the application.</summary>
    public static readonly IReadOnlyList<OrganisationKind> Addable =
    [
        OrganisationKind.SocialServices,
        OrganisationKind.Police,
        OrganisationKind.Shelter,
        OrganisationKind.Partner,
        OrganisationKind.OversightBody,
    ];

    /// <exception cref="RefusedException">Kind, name, zone or country will not do.</exception>
    public async Task AddAsync(Guid operationId, Actor by, NewOrganisation wanted)
    {
        Check(wanted);
        await operations.RunAsync(operationId, Streams.System, "AddOrganisation", by, work => AddAsync(work, wanted));
        queries.Forget();
    }

    /// <summary>Marks an office at which only one person works.</summary>
    /// <exception cref="RefusedException">It is no office.</exception>
    public async Task SetSinglePersonAsync(Guid operationId, Actor by, Guid organisationId, bool singlePerson)
    {
        await operations.RunAsync(
            operationId,
            Streams.System,
            "SetSinglePerson",
            by,
            async work =>
            {
                var row = await work.Db.Set<Organisation>().FirstOrDefaultAsync(o => o.Id == organisationId);
                if (row is not { Kind: OrganisationKind.LocalIomOffice or OrganisationKind.Partner })
                {
                    throw new RefusedException(OrganisationRefusals.NotAnOffice);
                }

                work.Record(new OrganisationSinglePersonSet(row.Id, row.SinglePerson, singlePerson));
                row.SinglePerson = singlePerson;
            }
        );
        queries.Forget();
    }

    /// <summary>How an organisation is reached: printed on what people take along, so whoever runs the programme keeps it.</summary>
    /// <param name="shown">The mark of those that the form had shown.</param>
    /// <exception cref="RefusedException">
    /// ContactMalformed: a mail address without "@", or a phone number without digits. ContactsChanged: somebody else has saved since.
    /// </exception>
    /// <returns>False when there is no such organisation.</returns>
    public async Task<bool> SetContactsAsync(Guid operationId, Actor by, Guid organisationId, string shown, OrganisationContacts wanted)
    {
        Check(wanted.Phone is null || wanted.Phone.Any(char.IsAsciiDigit), nameof(wanted.Phone));
        Check(wanted.Mail is null || wanted.Mail.Contains('@', StringComparison.Ordinal), nameof(wanted.Mail));
        if (await queries.FindAsync(organisationId) is null)
        {
            return false;
        }

        // Also when it is refused: what is kept in memory may be what was shown, and no longer what stands.
        queries.Forget();
        await operations.RunAsync(
            operationId,
            Streams.System,
            "SetOrganisationContacts",
            by,
            async work =>
            {
                var row = await work.Db.Set<Organisation>().FirstAsync(o => o.Id == organisationId);
                if (new OrganisationContacts(row.Phone, row.Mail, row.Web, row.Address).Mark != shown)
                {
                    throw new RefusedException(OrganisationRefusals.ContactsChanged);
                }

                (row.Phone, row.Mail, row.Web, row.Address) = (wanted.Phone, wanted.Mail, wanted.Web, wanted.Address);
                row.ContactsAreOwn = true;
                work.Record(
                    new OrganisationContactsSet(row.Id, row.Phone is not null, row.Mail is not null, row.Web is not null, row.Address is not null)
                );
            }
        );
        queries.Forget();
        return true;
    }

    private static void Check(bool holds, string field)
    {
        if (!holds)
        {
            throw new RefusedException(OrganisationRefusals.ContactMalformed, field);
        }
    }

    private static async Task AddAsync(OperationWork work, NewOrganisation wanted)
    {
        var (sv, en) = (wanted.NameSv.Trim(), wanted.NameEn.Trim());
        if (await work.Db.Set<Organisation>().AnyAsync(o => o.NameSv == sv || o.NameEn == en))
        {
            throw new RefusedException(OrganisationRefusals.NameTaken, nameof(NewOrganisation.NameSv));
        }

        var id = wanted.Id ?? work.NewId();
        var row = new Organisation
        {
            Id = id,
            Kind = wanted.Kind,
            Code = $"own-{id:N}",
            NameSv = sv,
            NameEn = en,
            CountryCode = wanted.CountryCode,
            Zone = wanted.Zone,
            Phone = wanted.Phone,
            Mail = wanted.Mail,
            Web = wanted.Web,
            IsShipped = false,
        };
        work.Db.Add(row);
        work.Record(new OrganisationAdded(row.Id, row.Kind, row.Code));
    }

    private void Check(NewOrganisation wanted)
    {
        if (!Addable.Contains(wanted.Kind))
        {
            throw new RefusedException(OrganisationRefusals.KindNotAddable, nameof(NewOrganisation.Kind));
        }

        if (string.IsNullOrWhiteSpace(wanted.NameSv) || string.IsNullOrWhiteSpace(wanted.NameEn))
        {
            throw new RefusedException(OrganisationRefusals.NameMissing, nameof(NewOrganisation.NameSv));
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(wanted.Zone, out _))
        {
            throw new RefusedException(OrganisationRefusals.ZoneUnknown, nameof(NewOrganisation.Zone));
        }

        if (wanted.CountryCode is { } code && catalogue.Country(code) is null)
        {
            throw new RefusedException(OrganisationRefusals.CountryUnknown, nameof(NewOrganisation.CountryCode));
        }
    }
}
