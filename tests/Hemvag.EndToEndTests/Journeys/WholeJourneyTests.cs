using Hemvag.EndToEndTests.Journeys.Stages;
using Xunit;

namespace Hemvag.EndToEndTests.Journeys;

/// <summary>One case through all ten stages, by everyone whose part it is, in a browser.</summary>
public sealed class WholeJourneyTests
{
    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public async Task A_case_goes_from_first_contact_to_its_close(string language)
    {
        await using var town = await DemoTown.StartAsync(cases: false);
        var walk = new Walk();
        var journey = await FirstContact.WalkAsync(town, language, walk);
        await Decision.WalkAsync(journey);
        await Referral.WalkAsync(journey);
        await Plan.WalkAsync(journey);
        await TheJourney.WalkAsync(journey);
        await Money.WalkAsync(journey);
        await Ending.WalkAsync(journey);
        walk.ShouldBeClean();
    }
}
