using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Disclosures;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Modules.Travel.Papers;
using Hemvag.Modules.Travel.Will;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Travel.Packages;

/// <summary>A package as the caseworker makes it.</summary>
/// <param name="EmbassyId">Of the case; for an embassy alone.</param>
/// <param name="YesOn">When the person said yes to that very contact; null for an embassy, which has its own yes.</param>
internal sealed record PackageWanted(
    PackageRecipient Recipient,
    PackageWay Way,
    string Name,
    IReadOnlyList<PackageField> Fields,
    string? Message,
    Guid? EmbassyId,
    DateOnly? YesOn,
    AskedHow? YesHow,
    int Days
);

/// <summary>What is shown once when a package is made.</summary>
/// <param name="Token">The last part of the link's address; null for a file.</param>
internal sealed record PackageSecret(Guid PackageId, string? Token, string Code);

/// <summary>
/// Makes, fetches and revokes packages. The version's template says which fields a recipient may get, and nobody is handed anything without
/// the person's yes to that very contact.
/// </summary>
internal sealed class PackageKeeping(CaseOperations operations, LinkSecrets secrets, HemvagDbContext db, TimeProvider time)
{
    public const string Page = CaseLinks.Travel + "/packages";

    /// <summary>Not from the seeds.</summary>
    public const int MostDays = 7;

    private const string Secret = "package";
    private const string FileSecret = "package-file";

    public static string PageOf(Guid packageId) => $"{Page}/{packageId:D}";

    public static string NewFor(PackageRecipient recipient) => $"{Page}/new/{recipient}";

    /// <summary>What the version lets such a recipient have; null when it names no such recipient.</summary>
    public static PackageTemplate? TemplateOf(ProgrammeVersion version, PackageRecipient recipient) =>
        (version.Packages ?? []).FirstOrDefault(t => t.Kind == recipient);

    /// <summary>Whether the version that the case goes by now still lets its recipient have all that is in it.</summary>
    public static bool Fits(ProgrammeVersion version, Package package) =>
        TemplateOf(version, package.Recipient) is { } template && !package.Holds.Except(template.Fields).Any();

    /// <returns>What is shown once.</returns>
    /// <exception cref="RefusedException">PackageFieldsMissing, PackageFieldNotAllowed, PackageYesMissing, EmbassyConsentMissing, CompartmentNotYours, DateInFuture, DateTooEarly, CaseHeld, CaseClosed.</exception>
    public async Task<PackageSecret> MakeAsync(CaseHandle handle, Guid operationId, PackageWanted wanted)
    {
        var secret = secrets.For(operationId, Secret);
        await operations.RunAsync(
            handle,
            operationId,
            "MakePackage",
            handle.Case.IsUnderWay ? OperationNature.Fact : OperationNature.Act,
            async work =>
            {
                RequireFields(handle, work.Programme, wanted);
                await RequireYesAsync(work, wanted);
                var package = New(work, handle, wanted, secret);
                work.Db.Add(package);
                var record = await work.SealAsync(Compartment.Travel, package.Subject, new PackageWords(wanted.Name), 0);
                if (wanted.Message is { } message && wanted.Fields.Contains(PackageField.Message))
                {
                    var compartment = PackageMessage.CompartmentFor(wanted.Recipient);
                    await work.SealAsync(compartment, PackageMessage.SubjectOf(package.Id), new PackageMessage(message), 0);
                }

                work.Record(
                    new PackageMade(
                        package.Id,
                        package.Recipient,
                        package.Way,
                        package.Fields,
                        package.EmbassyId,
                        package.YesOn,
                        package.YesHow,
                        package.ExpiresAt,
                        record.Id
                    )
                );
                await work.ScheduleAsync(Job.At(package.ExpiresAt, PackageWatch.JobKind, package.Id, $"{PackageWatch.JobKind}/{package.Id:N}"));
            }
        );
        // The secret follows from the form: whoever posts the form of somebody else is shown nothing.
        var digest = secrets.DigestOfToken(secret.Token);
        var made =
            await db.Set<Package>()
                .AsNoTracking()
                .FirstOrDefaultAsync(p => p.LinkDigest == digest && p.CaseId == handle.CaseId && p.MadeBy == handle.Account.Id)
            ?? throw new RefusedException(TravelRefusals.PackageOver);
        return made.Way == PackageWay.File
            ? new PackageSecret(made.Id, null, CodeOfFile(made))
            : new PackageSecret(made.Id, secret.Token, secret.Code);
    }

    /// <summary>What opens the file of a package: the same at every fetch, also after new root keys. Shown when it is made, and never again.</summary>
    public string CodeOfFile(Package package) =>
        secrets
            .EveryFor(package.Id, FileSecret)
            .Select(s => PackageFile.CodeFrom(s.Token))
            .First(c => secrets.IsCode(package.Id, package.CodeDigest, c));

    /// <summary>Each time the file is fetched it leaves the system: a row of the disclosure ledger.</summary>
    /// <exception cref="RefusedException">PackageOver, PackageFieldNotAllowed, EmbassyConsentMissing, CompartmentNotYours, CaseHeld, CaseClosed.</exception>
    public async Task FetchAsync(CaseHandle handle, Guid operationId, Guid packageId)
    {
        // The page stays as it was behind the file: the same form fetches it again, and that is recorded too.
        if (!await FetchOnceAsync(handle, operationId, packageId))
        {
            await FetchOnceAsync(handle, Guid.CreateVersion7(time.GetUtcNow()), packageId);
        }
    }

    private Task<bool> FetchOnceAsync(CaseHandle handle, Guid operationId, Guid packageId) =>
        ChangeAsync(
            handle,
            operationId,
            packageId,
            "FetchPackage",
            handle.Case.IsUnderWay ? OperationNature.Fact : OperationNature.Act,
            async (work, package) =>
            {
                var compartments = PackageContent.CompartmentsOf(package.Recipient, package.Holds);
                if (!handle.MayOpen(compartments))
                {
                    throw new RefusedException(CaseRefusals.CompartmentNotYours);
                }

                if (!Fits(work.Programme, package))
                {
                    throw new RefusedException(TravelRefusals.PackageFieldNotAllowed);
                }

                await RequireEmbassyAsync(work, package.EmbassyId);
                work.Record(package.Fetch(work.Now));
                Crossings.HandedOut(work, compartments, package.Recipient);
            }
        );

    /// <summary>The recipient has told that it came: of a file there is no other way, and of a link when its window is closed.</summary>
    /// <exception cref="RefusedException">PackageOver, CaseClosed.</exception>
    public Task ConfirmAsync(CaseHandle handle, Guid operationId, Guid packageId) =>
        ChangeAsync(
            handle,
            operationId,
            packageId,
            "ConfirmPackage",
            OperationNature.Fact,
            async (work, package) =>
            {
                work.Record(package.Receive(work.Now));
                await work.DoneAsync(WorkItemKind.PackageSilent, package.Id);
            }
        );

    /// <summary>At once: an open window closes too. In every state of the case.</summary>
    /// <exception cref="RefusedException">PackageOver.</exception>
    public Task RevokeAsync(CaseHandle handle, Guid operationId, Guid packageId) =>
        ChangeAsync(handle, operationId, packageId, "RevokePackage", OperationNature.Steering, RevokeAsync);

    /// <summary>The person has taken back the yes to an embassy: what was handed to it opens no more.</summary>
    public static Task RevokeOfEmbassyAsync(CaseWork work, Guid embassyId) => RevokeAllAsync(work, p => p.EmbassyId == embassyId);

    /// <summary>Those that nobody has confirmed, and open windows.</summary>
    public static async Task RevokeAllAsync(CaseWork work, Func<Package, bool> which)
    {
        var packages = await work.Db.Set<Package>().Where(p => p.CaseId == work.Case.Id && p.RevokedAt == null).ToListAsync();
        foreach (var package in packages.Where(p => p.CanBeRevoked(work.Now) && which(p)))
        {
            await RevokeAsync(work, package);
        }
    }

    private static async Task RevokeAsync(CaseWork work, Package package)
    {
        work.Record(package.Revoke(work.Now));
        await work.DoneAsync(WorkItemKind.PackageSilent, package.Id);
    }

    private Package New(CaseWork work, CaseHandle handle, PackageWanted wanted, LinkSecret secret)
    {
        var id = work.NewId();
        return new Package
        {
            Id = id,
            CaseId = work.Case.Id,
            Recipient = wanted.Recipient,
            Way = wanted.Way,
            Fields = string.Join(',', wanted.Fields.Distinct().Order()),
            EmbassyId = wanted.EmbassyId,
            YesOn = wanted.EmbassyId is null ? wanted.YesOn : null,
            YesHow = wanted.EmbassyId is null ? wanted.YesHow : null,
            MadeBy = handle.Account.Id,
            MadeAt = work.Now,
            ExpiresAt = work.Now.AddDays(wanted.Days),
            LinkDigest = secrets.DigestOfToken(secret.Token),
            CodeDigest = secrets.DigestOfCode(
                id,
                wanted.Way == PackageWay.File ? PackageFile.CodeFrom(secrets.For(id, FileSecret).Token) : secret.Code
            ),
        };
    }

    private static void RequireFields(CaseHandle handle, ProgrammeVersion version, PackageWanted wanted)
    {
        if (wanted.Fields.Count == 0)
        {
            throw new RefusedException(TravelRefusals.PackageFieldsMissing, "Input.Fields");
        }

        if (wanted.Fields.Except(TemplateOf(version, wanted.Recipient)?.Fields ?? []).Any())
        {
            throw new RefusedException(TravelRefusals.PackageFieldNotAllowed, "Input.Fields");
        }

        if (!handle.MayOpen(PackageContent.CompartmentsOf(wanted.Recipient, wanted.Fields)))
        {
            throw new RefusedException(CaseRefusals.CompartmentNotYours, "Input.Fields");
        }
    }

    private static async Task RequireYesAsync(CaseWork work, PackageWanted wanted)
    {
        if (wanted.Recipient == PackageRecipient.Embassy)
        {
            if (wanted.EmbassyId is null)
            {
                throw new RefusedException(TravelRefusals.EmbassyConsentMissing, "Input.EmbassyId");
            }

            await RequireEmbassyAsync(work, wanted.EmbassyId);
            return;
        }

        if (wanted.YesOn is not { } day || wanted.YesHow is null)
        {
            throw new RefusedException(TravelRefusals.PackageYesMissing, wanted.YesOn is null ? "Input.YesOn" : "Input.YesHow");
        }

        work.Days.Require(day, "Input.YesOn");
    }

    private static async Task RequireEmbassyAsync(CaseWork work, Guid? embassyId)
    {
        var caseId = work.Case.Id;
        if (embassyId is { } id && !await work.Db.Set<EmbassyYes>().AnyAsync(y => y.CaseId == caseId && y.EmbassyId == id && y.WithdrawnAt == null))
        {
            throw new RefusedException(TravelRefusals.EmbassyConsentMissing, "Input.EmbassyId");
        }
    }

    private Task<bool> ChangeAsync(
        CaseHandle handle,
        Guid operationId,
        Guid packageId,
        string kind,
        OperationNature nature,
        Func<CaseWork, Package, Task> change
    ) =>
        operations.RunAsync(
            handle,
            operationId,
            kind,
            nature,
            async work => await change(work, await work.Db.Set<Package>().FirstAsync(p => p.Id == packageId && p.CaseId == work.Case.Id))
        );
}

/// <summary>What is handed out ends with the case, and with the consent that IOM Finland's part in it rests on.</summary>
internal sealed class RevokePackages : IReactTo<CaseClosed>, IReactTo<ConsentWithdrawn>
{
    public Task ReactAsync(CaseClosed happened, CaseWork work) => PackageKeeping.RevokeAllAsync(work, _ => true);

    public Task ReactAsync(ConsentWithdrawn happened, CaseWork work) =>
        happened.Purpose == ConsentPurpose.ExchangeWithIom ? PackageKeeping.RevokeAllAsync(work, _ => true) : Task.CompletedTask;
}
