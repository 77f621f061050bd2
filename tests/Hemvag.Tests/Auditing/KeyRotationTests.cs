using System.Security.Cryptography.X509Certificates;
using Hemvag.Auditing;
using Hemvag.Commands;
using Hemvag.Modules.Cases.Person;
using Hemvag.Sealing;
using Hemvag.TestKit;
using Hemvag.TestKit.Databases;
using Hemvag.Tests.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Auditing;

/// <summary>Root keys change while people work; afterwards everything opens as before.</summary>
public sealed class KeyRotationTests
{
    [Theory, OnBothDatabases]
    public async Task Rotation_and_wrapping_anew_stop_nobody(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var early = await installation.OpenMatterAsync();
        var other = await installation.OpenMatterAsync();
        RootKeyFile.AddVersion(installation.KeyFolder, installation.Time);
        (await RewrapAsync(installation)).Code.ShouldBe(1, "nothing is made under the new version yet");
        installation.Time.Advance(RootKeys.Settles);
        installation.Services.GetRequiredService<RootKeys>().LookAgain();
        var late = await installation.OpenMatterAsync();
        (await VersionsAsync(installation)).ShouldBe([(1, 6), (2, 3)]);
        // People go on writing in a case while it is wrapped anew.
        using var stop = new CancellationTokenSource();
        var working = Task.Run(
            async () =>
            {
                for (var shown = 1; !stop.IsCancellationRequested; shown++)
                {
                    await SaveContactAsync(installation, other, shown);
                }
            },
            TestContext.Current.CancellationToken
        );

        var (code, said) = await RewrapAsync(installation);

        await stop.CancelAsync();
        await working;
        code.ShouldBe(0, said);
        said.ShouldContain("6 case keys were wrapped under version 2.");
        said.ShouldContain("Version 2: 9 case keys");
        (await RewrapAsync(installation)).Text.ShouldContain("0 case keys were wrapped");
        foreach (var caseId in new[] { early, other, late })
        {
            (await FamilyNameAsync(installation, caseId)).ShouldBe("Berisha");
        }

        (await installation.VerifyAsync()).Findings.ShouldBeEmpty();
        await using var db = installation.Database.Open();
        (await db.Set<OperationEvent>().CountAsync(e => e.Kind == nameof(CaseKeysRewrapped), TestContext.Current.CancellationToken)).ShouldBe(2);
        (await db.Set<Operation>().Select(o => o.KeyVersion).Distinct().Order().ToListAsync(TestContext.Current.CancellationToken)).ShouldBe([1, 2]);
    }

    [Theory, OnBothDatabases]
    public async Task A_node_that_was_told_nothing_opens_what_another_has_wrapped(DatabaseKind kind)
    {
        await using var first = await TestInstallation.CreateAsync(kind);
        var second = TestInstallation.OnDatabase(
            first.Database,
            settings: new Dictionary<string, string?>(StringComparer.Ordinal) { ["Keys:Folder"] = first.KeyFolder }
        );
        var keys = second.Services.GetRequiredService<RootKeys>();
        RootKeyFile.AddVersion(first.KeyFolder, first.Time);
        first.Time.Advance(RootKeys.Settles);
        first.Services.GetRequiredService<RootKeys>().LookAgain();
        var caseId = await first.OpenMatterAsync();
        keys.NewestVersion.ShouldBe(1);

        (await FamilyNameAsync(second, caseId)).ShouldBe("Berisha");

        keys.NewestVersion.ShouldBe(2);
        (await second.VerifyAsync()).Findings.ShouldBeEmpty();
        await second.StopAsync();
    }

    /// <summary>The working pair, the cookie pair and the machine are lost: a backup of the database, the key folder and the offline pair are left.</summary>
    [Theory, OnBothDatabases]
    public async Task Recovery_with_the_offline_pair_verifies_and_opens(DatabaseKind kind)
    {
        var folder = TestFolder.New("keys");
        RootKeyFile.CreateProtected(folder, SampleCertificates.Working, SampleCertificates.Recovery, TimeProvider.System);
        await using var lost = TestInstallation.OnDatabase(
            await TestDatabase.CreateAsync(kind),
            settings: Opening(folder, SampleCertificates.Working)
        );
        await lost.ImportAsync();
        var caseId = await lost.OpenMatterAsync();
        await lost.AttachAsync(caseId, "note.pdf", "%PDF-1.7 something"u8.ToArray());
        await lost.CheckpointAsync();
        var backup = await lost.Database.BackUpAsync();
        var restoredFolder = TestFolder.New("restored-keys");
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            File.Copy(file, Path.Combine(restoredFolder, Path.GetFileName(file)));
        }

        await using var recovered = TestInstallation.OnDatabase(
            await DatabaseBackups.RestoreAsync(kind, backup),
            settings: Opening(restoredFolder, SampleCertificates.Recovery)
        );
        var output = new StringWriter();

        (await VerifyCommand.RunAsync(recovered.Services, output, TextWriter.Null, TestContext.Current.CancellationToken)).ShouldBe(
            0,
            output.ToString()
        );
        (await FamilyNameAsync(recovered, caseId)).ShouldBe("Berisha");
    }

    private static Dictionary<string, string?> Opening(string folder, X509Certificate2 certificate)
    {
        const string Password = "only-for-tests";
        var path = Path.Combine(TestFolder.New("certificate"), "pair.p12");
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pkcs12, Password));
        return new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Demo"] = "false",
            ["Keys:Folder"] = folder,
            ["Keys:Certificate:Path"] = path,
            ["Keys:Certificate:Password"] = Password,
        };
    }

    private static async Task<(int Code, string Text)> RewrapAsync(TestInstallation installation)
    {
        var output = new StringWriter();
        installation.Services.GetRequiredService<RootKeys>().LookAgain();
        var code = await RewrapCommand.RunAsync(installation.Services, output, TextWriter.Null, TestContext.Current.CancellationToken);
        return (code, output.ToString());
    }

    private static Task<IReadOnlyList<(int Version, int Keys)>> VersionsAsync(TestInstallation installation) =>
        ActivatorUtilities.CreateInstance<KeyRewrapping>(installation.Services).CountAsync(TestContext.Current.CancellationToken);

    private static async Task SaveContactAsync(TestInstallation installation, Guid caseId, int shown)
    {
        var handle = await installation.HandleAsync(caseId);
        var contact = new ContactPayload("+46701234567", $"Vardagar {shown}", null, null, null, "sq", true);
        await installation.InScopeAsync(async s =>
        {
            await s.GetRequiredService<PersonService>().SaveContactAsync(handle, TestInstallation.NewId(), contact, shown);
            return true;
        });
    }

    private static async Task<string?> FamilyNameAsync(TestInstallation installation, Guid caseId)
    {
        await installation.OpenCompartmentsAsync(caseId, Compartment.Identity);
        var opened = (await installation.HandleAsync(caseId)).Opened!;
        return await installation.InScopeAsync(async s => (await s.GetRequiredService<PersonQueries>().IdentityAsync(opened))?.Value.FamilyName);
    }
}
