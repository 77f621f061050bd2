using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Sandbox;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Programmes;

/// <summary>The invented case goes by the same table as a real one, and its money by the same ceilings.</summary>
public sealed class SandboxCaseTests
{
    [Fact]
    public void Acts_wait_for_what_comes_before_for_their_gates_and_for_their_role()
    {
        var sandbox = SandboxCase.Begin(ProgrammeFiles.Amp2018());
        Refused(sandbox, "set:MatterTaken:RegionalCoordinator", ProgrammeRefusals.SandboxTooEarly);
        Do(sandbox, "set:FirstContact:ReferringProfessional", "set:MatterTaken:RegionalCoordinator");
        Refused(sandbox, "set:MatterTaken:RegionalCoordinator", ProgrammeRefusals.SandboxAlready);
        Refused(sandbox, "set:EligibilityDecided:RegionalCoordinator", ProgrammeRefusals.SandboxGateOpen);
        sandbox.CanSet(MilestoneKind.EligibilityDecided).ShouldBeFalse();
        Do(sandbox, "tick:ContactConsent");
        sandbox.CanSet(MilestoneKind.EligibilityDecided).ShouldBeTrue();
        Refused(sandbox, "set:EligibilityDecided:IomCaseworker", ProgrammeRefusals.SandboxNotThisRole);
        Refused(sandbox, "tick:Eligible", ProgrammeRefusals.SandboxNotHere);
        Do(sandbox, "set:EligibilityDecided:RegionalCoordinator");
        sandbox.IsMet(GateKind.Eligible).ShouldBeTrue();
        // What has happened can always be recorded.
        Do(sandbox, "set:Departed:RegionalCoordinator");
    }

    [Fact]
    public void Money_opens_with_its_milestone_and_stops_at_the_ceiling_of_each_person()
    {
        var version = ProgrammeFiles.Amp2018();
        var open = SandboxCase.Begin(version);
        Refused(open, "pay:Adult:Health:Rest", ProgrammeRefusals.SandboxMoneyClosed);
        var whole = RandomVersionTests.Carry(version, new Random(7), "amp-2018").Moves;
        var until = whole.TakeWhile(move => move is not SandboxMove.Set { Milestone: MilestoneKind.Closed });
        var sandbox = SandboxCase.Replay(version, until);

        Do(sandbox, [.. Enumerable.Repeat("pay:Adult:Subsistence:Instalment", 6)]);
        Refused(sandbox, "pay:Adult:Subsistence:Instalment", ProgrammeRefusals.SandboxCeiling);
        Refused(sandbox, "pay:Child:Reintegration:TooMuch", ProgrammeRefusals.SandboxCeiling);
        Do(sandbox, "pay:Child:Reintegration:Rest");
        Refused(sandbox, "pay:Child:Reintegration:Rest", ProgrammeRefusals.SandboxCeiling);
        sandbox
            .Lines.Single(line => line is { Beneficiary: SandboxBeneficiary.Child, Category: EntitlementCategory.Reintegration })
            .PaidMinor.ShouldBe(140000);
        sandbox.Lines.Where(line => line.Beneficiary == SandboxBeneficiary.Adult).Sum(line => line.PaidMinor).ShouldBe(90000);
        Do(sandbox, "set:Closed:IomCaseworker");
        Refused(sandbox, "pay:Adult:Health:Rest", ProgrammeRefusals.SandboxClosed);
    }

    [Theory]
    [InlineData("set:Closed")]
    [InlineData("set:0:1")]
    [InlineData("set:Referred:RegionalCoordinator.")]
    [InlineData("note:Anna")]
    [InlineData("tick:iomconsent")]
    [InlineData("pay:Adult:Health:100")]
    public void Nothing_but_our_own_words_is_read(string words) => SandboxMove.Read(words).ShouldBeNull();

    [Fact]
    public void Too_many_moves_are_not_read() =>
        SandboxMove.Read(string.Join('.', Enumerable.Repeat("tick:IomConsent", SandboxMove.Most + 1))).ShouldBeNull();

    private static void Do(SandboxCase sandbox, params string[] words) =>
        words.ToList().ForEach(word => sandbox.Do(SandboxMove.One(word).ShouldNotBeNull()));

    private static void Refused(SandboxCase sandbox, string word, Refusal refusal)
    {
        var before = sandbox.Moves.Count;
        Should.Throw<RefusedException>(() => Do(sandbox, word)).Refusal.ShouldBe(refusal);
        sandbox.Moves.Count.ShouldBe(before);
    }
}
