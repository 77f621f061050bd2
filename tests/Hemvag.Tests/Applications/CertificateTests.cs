using Hemvag.Modules.Applications.Certificates;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Documents;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Applications;

public sealed class CertificateTests
{
    [Theory, OnBothDatabases]
    public async Task The_sheet_is_sealed_and_the_wording_kept(DatabaseKind kind)
    {
        await using var world = await ApplicationWorld.CreateAsync(kind);
        (await world.GateAsync(GateKind.VoluntarinessCertified)).Met.ShouldBeFalse();

        await world.CertifyAsync(
            world.Certificate() with
            {
                Language = "th",
                Interpreter = "Tolk Tolksson",
                InterpreterAccepted = true,
            },
            ApplicationWorld.Sheet
        );

        (await world.GateAsync(GateKind.VoluntarinessCertified)).Met.ShouldBeTrue();
        var certificate = await world.ReadAsync(db => db.Set<VoluntarinessCertificate>().SingleAsync());
        certificate.Wordings.ShouldBe("voluntary.1,informed.1");
        certificate.Reading.ShouldBe(ConsentReading.ThroughInterpreter);
        (await world.ReadAsync(db => db.Set<SealedFile>().SingleAsync(f => f.Id == certificate.FileId))).Subject.ShouldBe("certificate");
        (await world.FindAsync(ApplicationPeople.Coordinator))!.Case.Has(MilestoneKind.VoluntarinessCertified).ShouldBeTrue();
        await world.CertifyAsync();
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task What_makes_it_no_certificate_is_said(DatabaseKind kind)
    {
        await using var world = await ApplicationWorld.CreateAsync(kind);
        var good = world.Certificate();
        var sheet = ApplicationWorld.Sheet;

        await world.RefusedAsync("TextNotReviewed", () => world.CertifyAsync(good with { Language = "ar" }, sheet));
        await world.RefusedAsync("InterpreterNotAccepted", () => world.CertifyAsync(good with { Language = "ar", Interpreter = "x" }, sheet));
        await world.RefusedAsync("LanguageUnknown", () => world.CertifyAsync(good with { Language = "xx" }, sheet));
        await world.RefusedAsync("DateInFuture", () => world.CertifyAsync(good with { CertifiedOn = world.Today.AddDays(1) }, sheet));
        await world.RefusedAsync("VoluntarinessNotCertified", () => world.CertifyAsync(good with { Declarations = ["informed"] }, sheet));
        await world.RefusedAsync("CertificateSheetMissing", () => world.CertifyAsync(good, null));
        await world.RefusedAsync("FileTypeNotAllowed", () => world.CertifyAsync(good, new UploadedFile("a.pdf", [1, 2, 3])));
        (await world.ReadAsync(db => db.Set<VoluntarinessCertificate>().CountAsync())).ShouldBe(0);
        (await world.ReadAsync(db => db.Set<SealedFile>().CountAsync())).ShouldBe(0);
    }
}
