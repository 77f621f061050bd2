using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Packages;
using Hemvag.Modules.Travel.Will;

namespace Hemvag.Demo;

/// <summary>What the demo hands to those outside: a link to whoever meets the person, and a file to a landlord. Nobody knows their codes.</summary>
internal static class DemoPackages
{
    /// <summary>Yesterday, when both persons were asked on the phone.</summary>
    public static async Task HandOutAsync(DemoStageHand hand, string who, Guid met, Guid housed, DateOnly today)
    {
        var asked = today.AddDays(-1);
        hand.Clock.MoveTo(asked);
        PackageField[] meeting = [PackageField.Name, PackageField.Journey, PackageField.MeetingPlace, PackageField.CodeWord];
        await MakeAsync(hand, who, met, PackageRecipient.LocalActor, PackageWay.Link, "Stationens följeslagare", meeting, asked);
        await MakeAsync(
            hand,
            who,
            housed,
            PackageRecipient.Landlord,
            PackageWay.File,
            "Värdfamiljen",
            [PackageField.Name, PackageField.Phone],
            asked
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
        DateOnly asked
    ) =>
        hand.ActAsync(
            who,
            caseId,
            (scope, handle, id) =>
                scope
                    .GetRequiredService<PackageKeeping>()
                    .MakeAsync(handle, id, new PackageWanted(recipient, way, name, fields, null, null, asked, AskedHow.ByPhone, 3))
        );
}
