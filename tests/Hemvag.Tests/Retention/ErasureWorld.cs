using Hemvag.Data;
using Hemvag.Jobs;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases.Matters;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Retention;
using Hemvag.Sealing;
using Hemvag.Tests.Auditing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;

namespace Hemvag.Tests.Retention;

/// <summary>Two who erase together, and what they do.</summary>
internal static class ErasureWorld
{
    public static CurrentAccount Officer { get; } =
        TestInstallation.Coordinator with
        {
            Id = TestInstallation.NewId(),
            Name = "Berit Ask",
            OrganisationId = StableId.Of("national"),
            OrganisationKind = OrganisationKind.NationalCoordination,
            Roles = new HashSet<Role> { Role.DataProtectionOfficer },
        };

    public static CurrentAccount Second { get; } =
        Officer with
        {
            Id = TestInstallation.NewId(),
            Name = "Carl Berg",
            Roles = new HashSet<Role> { Role.NationalCoordination },
        };

    public static RetentionRule Answered => RetentionRule.Find("answered")!;

    /// <summary>A matter that was answered and ended.</summary>
    public static async Task<Guid> EndedMatterAsync(this TestInstallation installation)
    {
        var caseId = await installation.OpenMatterAsync();
        var handle = await installation.HandleAsync(caseId);
        return await installation.InScopeAsync(async s =>
        {
            await s.GetRequiredService<MatterService>().AnswerAsync(handle, TestInstallation.NewId(), "Svaret.");
            return caseId;
        });
    }

    public static Task<bool> PrepareAsync(this TestInstallation installation, Guid caseId) =>
        installation.InScopeAsync(async s =>
        {
            await s.GetRequiredService<ErasureDesk>().PrepareAsync(Officer, TestInstallation.NewId(), caseId, Answered);
            return true;
        });

    public static async Task<Erasure> PrepareAskedAsync(this TestInstallation installation, Guid caseId, Compartment compartment)
    {
        await using var db = installation.Database.Open();
        var number = await db.Set<Hemvag.Modules.Cases.Case>().Where(c => c.Id == caseId).Select(c => c.Number).FirstAsync();
        await installation.InScopeAsync(async s =>
        {
            await s.GetRequiredService<ErasureDesk>().PrepareAskedAsync(Officer, TestInstallation.NewId(), number, compartment);
            return true;
        });
        return await installation.ErasureAsync(caseId);
    }

    public static Task<bool> ConfirmAsync(this TestInstallation installation, Guid erasureId, CurrentAccount? by = null) =>
        installation.InScopeAsync(s => s.GetRequiredService<ErasureDesk>().ConfirmAsync(by ?? Second, TestInstallation.NewId(), erasureId));

    public static async Task<Erasure> ErasureAsync(this TestInstallation installation, Guid caseId)
    {
        await using var db = installation.Database.Open();
        return await db.Set<Erasure>().AsNoTracking().OrderByDescending(e => e.CaseVersion).FirstAsync(e => e.CaseId == caseId);
    }

    /// <summary>The job as the runner calls it.</summary>
    public static async Task<DateTime?> RunJobAsync(this TestInstallation installation, Guid erasureId) =>
        await installation.InScopeAsync(s =>
            s.GetServices<IJobHandler>()
                .Single(h => h.Kind == EraseCompartments.JobKind)
                .RunAsync(EraseCompartments.For(erasureId, installation.Time.GetUtcNow().UtcDateTime), CancellationToken.None)
        );

    /// <summary>Prepared, confirmed, the time of grace over, carried out.</summary>
    public static async Task EraseAsync(this TestInstallation installation, Guid caseId, Compartment? asked = null)
    {
        if (asked is { } compartment)
        {
            await installation.PrepareAskedAsync(caseId, compartment);
        }
        else
        {
            await installation.PrepareAsync(caseId);
        }

        var erasure = await installation.ErasureAsync(caseId);
        (await installation.ConfirmAsync(erasure.Id)).ShouldBeTrue();
        installation.Time.Advance(TimeSpan.FromDays(31));
        await installation.RunJobAsync(erasure.Id);
        (await installation.ErasureAsync(caseId)).ErasedAt.ShouldNotBeNull();
    }

    public static async Task<List<CaseKey>> KeysAsync(this TestInstallation installation, Guid caseId)
    {
        await using var db = installation.Database.Open();
        return await db.Set<CaseKey>().AsNoTracking().Where(k => k.CaseId == caseId).ToListAsync();
    }

    public static async Task<(string? FamilyName, string? Phone)> ReadAsync(this TestInstallation installation, Guid caseId)
    {
        await installation.OpenCompartmentsAsync(caseId, Compartment.Identity | Compartment.Contact);
        var opened = (await installation.HandleAsync(caseId)).Opened!;
        return await installation.InScopeAsync(async s =>
        {
            var persons = s.GetRequiredService<PersonQueries>();
            return ((await persons.IdentityAsync(opened))?.Value.FamilyName, (await persons.ContactAsync(opened))?.Value.Phone);
        });
    }

    public static async Task SaveContactAsync(this TestInstallation installation, Guid caseId, string phone, int shown)
    {
        var handle = await installation.HandleAsync(caseId);
        await installation.InScopeAsync(async s =>
        {
            var contact = new ContactPayload(phone, null, null, null, null, "sq", true);
            await s.GetRequiredService<PersonService>().SaveContactAsync(handle, TestInstallation.NewId(), contact, shown);
            return true;
        });
    }

    public static async Task ShouldRefuseAsync(Refusal refusal, Func<Task> act) =>
        (await Should.ThrowAsync<RefusedException>(act)).Refusal.ShouldBe(refusal);
}
