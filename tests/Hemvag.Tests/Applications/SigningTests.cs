using Hemvag.Modules.Applications.Signing;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Applications;

public sealed class SigningTests
{
    [Theory, OnBothDatabases]
    public async Task A_changed_section_opens_the_gate_and_a_new_signature_closes_it(DatabaseKind kind)
    {
        await using var world = await ApplicationWorld.CreateAsync(kind);
        await world.SaveAsync("person", 0, ("called", ApplicationWorld.Secret));
        (await world.GateAsync(GateKind.ApplicationSigned)).Detail.ShouldBe("GateDetail.ApplicationSigned.Open");

        await world.SignAsync();
        (await world.GateAsync(GateKind.ApplicationSigned)).Met.ShouldBeTrue();

        await world.SaveAsync("home", 0, ("family", "a sister"));
        var changed = await world.GateAsync(GateKind.ApplicationSigned);
        changed.Met.ShouldBeFalse();
        changed.Detail.ShouldBe("GateDetail.ApplicationSigned.Changed");
        (await world.FindAsync(ApplicationPeople.Coordinator))!.Case.Has(MilestoneKind.ApplicationSigned).ShouldBeTrue();

        await world.SignAsync();
        (await world.GateAsync(GateKind.ApplicationSigned)).Met.ShouldBeTrue();
        (await world.ReadAsync(db => db.Set<ApplicationSignature>().CountAsync(s => s.CaseId == world.CaseId))).ShouldBe(2);
        (await world.ReadAsync(db => db.Set<CaseMilestone>().CountAsync(m => m.Kind == MilestoneKind.ApplicationSigned))).ShouldBe(1);
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_signs_what_they_have_not_read(DatabaseKind kind)
    {
        await using var world = await ApplicationWorld.CreateAsync(kind);
        Task Sign(string shown, OpenedCompartment? opened) =>
            world.DoAsync<ApplicationSigning>(
                ApplicationPeople.Coordinator,
                (signing, handle) => signing.SignAsync(handle, world.NewId(), shown, opened)
            );

        var empty = await world.DigestAsync();
        await world.RefusedAsync("ApplicationEmpty", () => Sign(empty, null));
        await world.SaveAsync("person", 0, ("called", ApplicationWorld.Secret));
        var shown = await world.DigestAsync();
        await world.RefusedAsync("ApplicationNotOpened", () => Sign(shown, null));
        var opened = await world.OpenAsync(ApplicationPeople.Coordinator, Compartment.Identity);
        await world.SaveAsync("person", 1, ("called", "someone else"));
        await world.RefusedAsync("ApplicationChanged", () => Sign(shown, opened));
        await world.SignAsync();
        await world.RefusedAsync("ApplicationAlreadySigned", world.SignAsync);
    }

    [Theory, OnBothDatabases]
    public async Task An_opening_lasts_ten_minutes_for_signing_too(DatabaseKind kind)
    {
        await using var world = await ApplicationWorld.CreateAsync(kind);
        await world.SaveAsync("person", 0, ("called", ApplicationWorld.Secret));
        await world.SignAsync();
        world.Time.Advance(TimeSpan.FromMinutes(11));

        (await world.OpenedAsync(ApplicationPeople.Coordinator)).ShouldBeNull();
    }
}
