using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Packages;
using Hemvag.Modules.Travel.Will;
using Hemvag.TestKit.Pages;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Tests.Travel;

/// <summary>What people do with packages, through the real services and pages.</summary>
internal static class PackageWorldActs
{
    public const string Given = "Zaliha";
    public const string Phone = "+373 22 123 456";

    /// <summary>A planned case whose person has a name, a phone number, and a leg.</summary>
    public static async Task<Guid> PackedCaseAsync(this TravelWorld world)
    {
        var caseId = await world.PlannedCaseAsync();
        var identity = new IdentityPayload(null, Given, "Testperson", new DateOnly(1994, 3, 2), "MD", null, "P 4711");
        await world.ActAsync<PersonService>(world.Coordinator, caseId, (s, h) => s.SaveIdentityAsync(h, world.NewId(), identity, 0));
        var contact = new ContactPayload(Phone, "Efter 18", "Säg fel nummer", "Blåsippa", null, "ro", true);
        await world.ActAsync<PersonService>(world.Coordinator, caseId, (s, h) => s.SaveContactAsync(h, world.NewId(), contact, 0));
        var day = world.Today().AddDays(9);
        await world.MoveJourneyAsync(caseId, day, 0);
        await world.AddLegsAsync(caseId, LegWorldActs.Flight(day, "09:10-12:25"));
        return caseId;
    }

    public static PackageWanted Wanted(
        this TravelWorld world,
        PackageWay way = PackageWay.Link,
        PackageRecipient recipient = PackageRecipient.LocalActor,
        string? message = null,
        params PackageField[] fields
    ) =>
        new(
            recipient,
            way,
            "Mottagaren vid stationen",
            fields.Length > 0 ? fields : [PackageField.Name, PackageField.Journey, .. message is null ? [] : new[] { PackageField.Message }],
            message,
            null,
            world.Today(),
            AskedHow.ByPhone,
            3
        );

    public static async Task<PackageSecret> MakePackageAsync(this TravelWorld world, Guid caseId, PackageWanted wanted)
    {
        PackageSecret? made = null;
        await world.ActAsync<PackageKeeping>(
            world.Caseworker,
            caseId,
            async (service, handle) => made = await service.MakeAsync(handle, world.NewId(), wanted)
        );
        return made!;
    }

    public static Task<Package> PackageAsync(this TravelWorld world, Guid id) =>
        world.ReadAsync(db => db.Set<Package>().AsNoTracking().SingleAsync(p => p.Id == id));

    /// <summary>The recipient types the code behind the link.</summary>
    public static async Task<PageAnswer> TypeCodeAsync(this PageClient client, PackageSecret secret, string? code = null) =>
        await (await client.GetAsync(PackagePlaces.To(secret.Token!)))
            .ShouldBeOk()
            .Form("[name=Code]")
            .Fill("Code", code ?? secret.Code)
            .SubmitAsync();

    /// <summary>The recipient presses a button of the open window.</summary>
    public static async Task<PageAnswer> PressAsync(this PageClient client, string handler) =>
        await (await client.GetAsync(PackagePlaces.Window)).ShouldBeOk().Form($"form[action$='handler={handler}'] button").SubmitAsync();
}
