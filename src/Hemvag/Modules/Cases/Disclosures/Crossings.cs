using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.Disclosures;

/// <summary>Writes the disclosure ledger: a row for each crossing, in the save of the act itself.</summary>
internal sealed class Crossings(Operations operations, TimeProvider time)
{
    /// <summary>In the save that opens. The organisation that holds the case discloses nothing by reading its own.</summary>
    public static Task OpenedAsync(OperationWork work, CaseHandle handle, Compartment compartments) =>
        handle.Account.OrganisationId == handle.Case.RegionId
            ? Task.CompletedTask
            : WriteAsync(work, handle, CrossingKind.Opened, handle.Account.OrganisationId, compartments);

    /// <summary>A file of the case is taken out; recorded before it is handed to the reader, each time: the page stays as it was behind it.</summary>
    public async Task DownloadedAsync(CaseHandle handle, Guid operationId, Compartment compartment)
    {
        if (!await RunAsync(operationId))
        {
            await RunAsync(Guid.CreateVersion7(time.GetUtcNow()));
        }

        Task<bool> RunAsync(Guid id) =>
            operations.RunAsync(
                id,
                Streams.Openings(handle.CaseId),
                "DownloadFile",
                handle.Account.Actor,
                work => WriteAsync(work, handle, CrossingKind.Downloaded, handle.Account.OrganisationId, compartment)
            );
    }

    /// <summary>A summary that holds nothing sealed is printed; recorded before it is shown.</summary>
    /// <returns>False when this form was submitted before; nothing is recorded again.</returns>
    public Task<bool> PrintedAsync(CaseHandle handle, Guid operationId) =>
        operations.RunAsync(
            operationId,
            Streams.Openings(handle.CaseId),
            "PrintSummary",
            handle.Account.Actor,
            work => PrintedAsync(work, handle, Compartment.None)
        );

    /// <summary>In the save that opens what is printed.</summary>
    public static Task PrintedAsync(OperationWork work, CaseHandle handle, Compartment compartments) =>
        WriteAsync(work, handle, CrossingKind.Printed, handle.Account.OrganisationId, compartments);

    /// <summary>In the save that sends something to an organisation.</summary>
    /// <exception cref="RefusedException">ConsentMissing when no live consent names the organisation.</exception>
    public static async Task SentAsync(CaseWork work, Guid organisationId, Compartment compartments)
    {
        var consent =
            (await ConsentsAsync(work.Db, work.Case.Id, organisationId, work.Today)).FirstOrDefault(c => c.Compartments.HasFlag(compartments))
            ?? throw new RefusedException(CaseRefusals.ConsentMissing);
        var row = Row(work.NewId(), work.Case.Id, CrossingKind.Sent, organisationId, compartments, consent.Id, work.Account!.Id, work.Now);
        work.Db.Add(row);
        work.Record(Happened(row));
    }

    /// <summary>In the save that says that something was handed over on another ground than consent.</summary>
    public static void HandedOver(CaseWork work, Guid organisationId, Compartment compartments, DisclosureGround ground)
    {
        var by = work.Account!.Id;
        var row = Row(work.NewId(), work.Case.Id, CrossingKind.HandedOver, organisationId, compartments, null, by, work.Now, ground);
        work.Db.Add(row);
        work.Record(Happened(row));
    }

    /// <summary>In the save that hands the case to another region, with the person's yes to it: from then on all of it is theirs.</summary>
    public static void HandedToRegion(CaseWork work, Guid regionId, Guid consentId)
    {
        var row = Row(work.NewId(), work.Case.Id, CrossingKind.HandedOver, regionId, Compartments.All, consentId, work.Account!.Id, work.Now);
        work.Db.Add(row);
        work.Record(Happened(row));
    }

    /// <summary>In the save that opens what went through a one-time link: to whoever brought the matter, whom the maker of the link knows.</summary>
    public static void ByLink(OperationWork work, Guid caseId, Guid regionId, Guid makerId, Compartment compartments)
    {
        var row = Row(work.NewId(), caseId, CrossingKind.ByLink, regionId, compartments, null, makerId, work.Now);
        work.Db.Add(row);
        work.Record(Happened(row));
    }

    /// <summary>In the save that opens what a package holds to its recipient: whom the maker has the person's yes for.</summary>
    /// <param name="handle">The case as the maker sees it.</param>
    public static void ByPackage(OperationWork work, CaseHandle handle, Compartment compartments, PackageRecipient recipient)
    {
        var by = handle.Account;
        var row = ToRecipient(work.NewId(), handle.CaseId, CrossingKind.ByPackage, by, compartments, recipient, work.Now);
        work.Db.Add(row);
        work.Record(Happened(row));
    }

    /// <summary>In the save that fetches the file of a package, to be sent to its recipient.</summary>
    public static void HandedOut(CaseWork work, Compartment compartments, PackageRecipient recipient)
    {
        var row = ToRecipient(work.NewId(), work.Case.Id, CrossingKind.HandedOut, work.Account!, compartments, recipient, work.Now);
        work.Db.Add(row);
        work.Record(Happened(row));
    }

    private static Disclosure ToRecipient(
        Guid id,
        Guid caseId,
        CrossingKind kind,
        CurrentAccount by,
        Compartment compartments,
        PackageRecipient recipient,
        DateTime at
    ) =>
        new()
        {
            Id = id,
            CaseId = caseId,
            Kind = kind,
            OrganisationId = by.OrganisationId,
            Recipient = recipient,
            Compartments = compartments,
            Ground = DisclosureGround.ContactYes,
            ConsentId = null,
            By = by.Id,
            At = at,
        };

    private static async Task WriteAsync(OperationWork work, CaseHandle handle, CrossingKind kind, Guid organisationId, Compartment compartments)
    {
        var today = LocalDates.Today(work.Now, handle.Account.Zone);
        var own = organisationId == handle.Case.RegionId;
        var without =
            own ? DisclosureGround.OwnFile
            : handle.IsMinimum ? DisclosureGround.MinimumView
            : DisclosureGround.OwnMatter;
        var consents = own || handle.IsMinimum ? [] : await ConsentsAsync(work.Db, handle.CaseId, organisationId, today);
        // Each consent answers for what it names; what no consent names is the matter that the organisation has brought itself.
        var left = compartments;
        foreach (var consent in consents.TakeWhile(_ => left != Compartment.None).Where(c => (c.Compartments & left) != Compartment.None))
        {
            Add(consent.Compartments & left, consent.Id);
            left &= ~consent.Compartments;
        }

        if (left != Compartment.None || compartments == Compartment.None)
        {
            Add(left, consents.FirstOrDefault(_ => compartments == Compartment.None)?.Id);
        }

        void Add(Compartment what, Guid? consentId)
        {
            var row = Row(work.NewId(), handle.CaseId, kind, organisationId, what, consentId, handle.Account.Id, work.Now, without);
            work.Db.Add(row);
            work.Record(Happened(row));
        }
    }

    private static Disclosure Row(
        Guid id,
        Guid caseId,
        CrossingKind kind,
        Guid organisationId,
        Compartment compartments,
        Guid? consentId,
        Guid by,
        DateTime at,
        DisclosureGround without = DisclosureGround.OwnMatter
    ) =>
        new()
        {
            Id = id,
            CaseId = caseId,
            Kind = kind,
            OrganisationId = organisationId,
            Compartments = compartments,
            Ground = consentId is null ? without : DisclosureGround.Consent,
            ConsentId = consentId,
            By = by,
            At = at,
        };

    private static DataDisclosed Happened(Disclosure row) =>
        new(row.Id, row.Kind, row.OrganisationId, row.Compartments, row.Ground, row.ConsentId, row.Recipient);

    // What the work of an organisation rests on comes before what is added to it for one task.
    private static async Task<List<Consent>> ConsentsAsync(HemvagDbContext db, Guid caseId, Guid organisationId, DateOnly today) =>
        [
            .. (await LiveAsync(db, caseId, organisationId, today)).OrderBy(c =>
                c.Purpose is ConsentPurpose.ContactAfterReturn or ConsentPurpose.ProgressNotesToSwedishPartners
            ),
        ];

    private static Task<List<Consent>> LiveAsync(HemvagDbContext db, Guid caseId, Guid organisationId, DateOnly today) =>
        Seeing
            .LiveConsents(db, today)
            .AsNoTracking()
            .Where(c => c.CaseId == caseId && db.Set<ConsentRecipient>().Any(r => r.ConsentId == c.Id && r.OrganisationId == organisationId))
            .OrderBy(c => c.RecordedAt)
            .ToListAsync();
}
