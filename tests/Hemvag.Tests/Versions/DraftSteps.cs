using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Sandbox;
using Hemvag.Modules.Versions.Drafts;
using Hemvag.TestKit;
using Hemvag.Tests.Auditing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Versions;

/// <summary>What the tests of drafts do: one uploads and submits, another publishes.</summary>
internal static class DraftSteps
{
    public static readonly DateOnly FirstDay = DateOnly.FromDateTime(FakeTime.Start.UtcDateTime);
    public static readonly CurrentAccount Owner = Account(1, Role.NationalCoordination);
    public static readonly CurrentAccount Colleague = Account(2, Role.NationalCoordination);
    public static readonly CurrentAccount Approver = Account(3, Role.IomApprover);

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static CurrentAccount Account(int number, Role role) =>
        new(
            new Guid($"0199a000-0000-7000-8000-00000000010{number}"),
            $"Somebody {number}",
            StableId.Of("test:national"),
            OrganisationKind.NationalCoordination,
            "Jämställdhetsmyndigheten",
            "Europe/Stockholm",
            new HashSet<Role> { role }
        );

    public static ProgrammeCatalogue Catalogue(TestInstallation installation) => installation.Services.GetRequiredService<ProgrammeCatalogue>();

    public static async Task PublishWholeAsync(TestInstallation installation, ProgrammeFile file)
    {
        var id = await UploadAsync(installation, file);
        await SubmitAsync(installation, Owner, id, VersionTexts.Carried(file));
        await PublishAsync(installation, Colleague, id);
    }

    public static Task<Guid> UploadAsync(TestInstallation installation, ProgrammeFile file) =>
        DeskAsync(installation, desk => desk.UploadAsync(Owner, TestInstallation.NewId(), file));

    public static Task SubmitAsync(TestInstallation installation, CurrentAccount who, Guid id, IReadOnlyList<SandboxMove> moves) =>
        DeskAsync(installation, desk => desk.SubmitAsync(who, TestInstallation.NewId(), id, moves));

    public static Task PublishAsync(TestInstallation installation, CurrentAccount who, Guid id) =>
        DeskAsync(installation, desk => desk.PublishAsync(who, TestInstallation.NewId(), id));

    public static Task DeskAsync(TestInstallation installation, Func<DraftDesk, Task> act) =>
        DeskAsync(
            installation,
            async desk =>
            {
                await act(desk);
                return true;
            }
        );

    public static Task<T> DeskAsync<T>(TestInstallation installation, Func<DraftDesk, Task<T>> act) =>
        installation.InScopeAsync(scope => act(scope.GetRequiredService<DraftDesk>()));

    public static async Task RefusedAsync(Refusal refusal, Func<Task> act) =>
        (await Should.ThrowAsync<RefusedException>(act)).Refusal.ShouldBe(refusal);
}
