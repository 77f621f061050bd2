using Hemvag.Modules.Versions;
using Hemvag.TestKit.Databases;
using Hemvag.Tests.Auditing;
using Shouldly;
using Xunit;
using static Hemvag.Tests.Versions.DraftSteps;

namespace Hemvag.Tests.Versions;

/// <summary>From which day a version may run.</summary>
public sealed class VersionDaysTests
{
    [Theory, OnBothDatabases]
    public async Task A_version_runs_from_tomorrow_at_the_earliest(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var early = VersionTexts.File("amp-early", FirstDay);
        var id = await UploadAsync(installation, early);
        await SubmitAsync(installation, Owner, id, VersionTexts.Carried(early));

        await RefusedAsync(VersionRefusals.VersionTooEarly, () => PublishAsync(installation, Colleague, id));

        Catalogue(installation).Find("amp-early").ShouldBeNull();
        await PublishWholeAsync(installation, VersionTexts.File("amp-tomorrow", FirstDay.AddDays(1)));
    }

    // Every node looks once a minute: what runs from midnight is known before midnight.
    [Theory, OnBothDatabases]
    public async Task Nothing_is_published_minutes_before_the_day_it_runs_from(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var tomorrow = VersionTexts.File("amp-tomorrow", FirstDay.AddDays(1));
        var id = await UploadAsync(installation, tomorrow);
        await SubmitAsync(installation, Owner, id, VersionTexts.Carried(tomorrow));
        // 23.52 in Stockholm.
        installation.Time.Advance(new TimeSpan(14, 52, 0));

        await RefusedAsync(VersionRefusals.VersionTooEarly, () => PublishAsync(installation, Colleague, id));

        Catalogue(installation).Find("amp-tomorrow").ShouldBeNull();
    }

    [Theory, OnBothDatabases]
    public async Task Two_versions_of_a_kind_never_run_from_the_same_day(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var day = FirstDay.AddDays(30);
        var second = VersionTexts.File("amp-second", day);
        // Uploaded before the first one was published, and submitted after.
        var id = await UploadAsync(installation, second);
        await PublishWholeAsync(installation, VersionTexts.File("amp-first", day));
        await SubmitAsync(installation, Owner, id, VersionTexts.Carried(second));

        await RefusedAsync(VersionRefusals.VersionSameDay, () => PublishAsync(installation, Colleague, id));
        var again = await DeskAsync(installation, desk => desk.ReadAsync(second.Content));

        var error = again.Errors.ShouldHaveSingleItem();
        (error.Path, error.Expected).ShouldBe(("$.runsFrom", "a day from which no other version of the kind runs, found that of amp-first"));
        (await DeskAsync(installation, desk => desk.ReadAsync(VersionTexts.Of("amp-second", day.AddDays(1))))).Errors.ShouldBeEmpty();
        Catalogue(installation).Find("amp-second").ShouldBeNull();
        (await installation.VerifyAsync()).Findings.ShouldBeEmpty();
    }
}
