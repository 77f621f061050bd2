using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Packages;
using Hemvag.Modules.Travel.Will;

namespace Hemvag.Demo;

/// <summary>What the demo hands to those outside: a link to whoever meets the person, and a file to a landlord. Nobody knows their codes.</summary>
internal static class DemoPackages
{
    /// <param name="today">The day the person was asked.</param>
    public static async Task HandOutAsync(DemoStageHand hand, string who, Guid met, Guid housed, DateOnly today)
    {
        PackageField[] meeting = [PackageField.Name, PackageField.Journey, PackageField.MeetingPlace, PackageField.CodeWord];
        await MakeAsync(hand, who, met, PackageRecipient.LocalActor, PackageWay.Link, "Stationens följeslagare", meeting, today);
        await MakeAsync(
            hand,
            who,
            housed,
            PackageRecipient.Landlord,
            PackageWay.File,
            "Värdfamiljen",
            [PackageField.Name, PackageField.Phone],
            today
        );
    }

    private static Task MakeAsync(
        DemoStageHand hand,
        string who,
        Guid caseId,
        PackageRecipient recipient,
        PackageWay way,
        string name,
        PackageField[] fields,
        DateOnly today
    ) =>
        hand.ActAsync(
            who,
            caseId,
            (scope, handle, id) =>
                scope
                    .GetRequiredService<PackageKeeping>()
                    .MakeAsync(handle, id, new PackageWanted(recipient, way, name, fields, null, null, today, AskedHow.ByPhone, 3))
        );
}
