using Hemvag.Data;
using Hemvag.Modules.Assessments;
using Hemvag.Modules.Assessments.Eligibility;
using Hemvag.Modules.Assessments.Information;
using Hemvag.Modules.Assessments.Investigation;
using Hemvag.Modules.Assessments.Risks;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Xunit;

namespace Hemvag.Tests.Assessments;

/// <summary>The rules as tables, without a database.</summary>
public sealed class AssessmentRulesTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    private static readonly ProgrammeVersion Programme = ProgrammeCatalogue.LoadInstalled().Get("amp-2018");

    // S1.17 or S1.18, and S1.19.
    [Theory]
    [InlineData(false, false, false, false)]
    [InlineData(true, false, false, false)]
    [InlineData(false, true, false, false)]
    [InlineData(true, true, false, false)]
    [InlineData(false, false, true, false)]
    [InlineData(true, false, true, true)]
    [InlineData(false, true, true, true)]
    [InlineData(true, true, true, true)]
    public void A_yes_needs_one_criterion_of_each_group(bool trafficking, bool prostitution, bool voluntary, bool allowed)
    {
        var refused = Record.Exception(() => DecisionRules.Require(Programme.Eligibility, true, Reasons(trafficking, prostitution, voluntary), Day));
        Assert.Equal(allowed ? null : AssessmentRefusals.CriteriaNotMet, (refused as RefusedException)?.Refusal);
    }

    [Fact]
    public void The_refusal_names_the_missing_group()
    {
        var refused = Assert.Throws<RefusedException>(() => DecisionRules.Require(Programme.Eligibility, true, Reasons(true, false, false), Day));
        var named = Assert.Single(refused.Arguments);
        Assert.Contains(
            Programme.Eligibility.Criteria.Single(c => c.Id == "voluntary-return").Text.Shown.TrimEnd('.'),
            (string)named,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            Programme.Eligibility.Criteria.Single(c => c.Id == "trafficking").Text.Shown.TrimEnd('.'),
            (string)named,
            StringComparison.Ordinal
        );
    }

    // S2.8: trafficking for other purposes from the autumn of 2013 on.
    [Theory]
    [InlineData("trafficking-other", 2013, 8, 31, "CriterionAppliesLater")]
    [InlineData("trafficking-other", 2013, 9, 1, null)]
    [InlineData("trafficking-sexual", 2013, 8, 31, null)]
    public void A_criterion_holds_from_its_day_on(string criterion, int year, int month, int day, string? refusal)
    {
        var pilot = ProgrammeCatalogue.LoadInstalled().Get("avrrtipp-2012").Eligibility;
        var met = new Dictionary<string, CriterionAnswer> { [criterion] = CriterionAnswer.Met, ["voluntary-return"] = CriterionAnswer.Met };
        var refused = Record.Exception(() =>
            DecisionRules.Require(pilot, true, new EligibilityReasons(met, null, null, "skäl", null), new DateOnly(year, month, day))
        );
        Assert.Equal(refusal, (refused as RefusedException)?.Refusal.Name);
    }

    // S1.19.
    [Theory]
    [InlineData(null, null, null)]
    [InlineData("HomeCountry", null, null)]
    [InlineData("ThirdCountryWithPermanentPermit", true, null)]
    [InlineData("ThirdCountryWithPermanentPermit", false, "PermanentPermitMissing")]
    [InlineData("ThirdCountryWithPermanentPermit", null, "PermanentPermitMissing")]
    public void A_third_country_needs_a_permanent_permit(string? destination, bool? permit, string? refusal)
    {
        var reasons = Reasons(true, false, true) with
        {
            Destination = destination is null ? null : Enum.Parse<DestinationKind>(destination),
            PermanentPermit = permit,
        };
        var refused = Record.Exception(() => DecisionRules.Require(Programme.Eligibility, true, reasons, Day));
        Assert.Equal(refusal, (refused as RefusedException)?.Refusal.Name);
    }

    [Fact]
    public void An_older_programme_covers_no_third_country()
    {
        var older = Programme.Eligibility with { Destinations = [DestinationKind.HomeCountry] };
        var reasons = Reasons(true, false, true) with { Destination = DestinationKind.ThirdCountryWithPermanentPermit, PermanentPermit = true };
        Assert.Equal(
            AssessmentRefusals.DestinationNotCovered,
            Assert.Throws<RefusedException>(() => DecisionRules.Require(older, true, reasons, Day)).Refusal
        );
    }

    [Theory]
    [InlineData(null, "OfferedInsteadMissing")]
    [InlineData("Stöd i kommunen", null)]
    public void A_no_says_what_was_offered_instead(string? instead, string? refusal)
    {
        var reasons = Reasons(true, true, true) with { OfferedInstead = instead };
        var refused = Record.Exception(() => DecisionRules.Require(Programme.Eligibility, false, reasons, Day));
        Assert.Equal(refusal, (refused as RefusedException)?.Refusal.Name);
    }

    [Theory]
    [InlineData("unlikely", "limited", RiskLevel.Low)]
    [InlineData("unlikely", "serious", RiskLevel.Low)]
    [InlineData("unlikely", "very-serious", RiskLevel.Medium)]
    [InlineData("possible", "limited", RiskLevel.Low)]
    [InlineData("possible", "serious", RiskLevel.Medium)]
    [InlineData("possible", "very-serious", RiskLevel.High)]
    [InlineData("likely", "limited", RiskLevel.Medium)]
    [InlineData("likely", "serious", RiskLevel.High)]
    [InlineData("likely", "very-serious", RiskLevel.High)]
    internal void The_level_follows_from_likelihood_and_consequence(string likelihood, string consequence, RiskLevel level)
    {
        var codes = new RiskCodes("before", "network", likelihood, consequence, null, null, null, null);
        Assert.Equal(level, codes.LevelBy(Programme.Risks));
        Assert.Null(codes.ResidualBy(Programme.Risks));
        Assert.Equal(level, (codes with { ResidualLikelihood = likelihood, ResidualConsequence = consequence }).ResidualBy(Programme.Risks));
    }

    [Theory]
    [InlineData("nowhere", "network", "likely", "serious", null, null, "WordUnknown")]
    [InlineData("before", "other", "likely", "serious", null, null, "WordUnknown")]
    [InlineData("before", "network", "often", "serious", null, null, "WordUnknown")]
    [InlineData("before", "network", "likely", "bad", null, null, "WordUnknown")]
    [InlineData("before", "network", "likely", "serious", "likely", null, "ResidualHalf")]
    [InlineData("before", "network", "likely", "serious", null, "serious", "ResidualHalf")]
    [InlineData("before", "network", "likely", "serious", "often", "serious", "WordUnknown")]
    [InlineData("before", "network", "likely", "serious", "unlikely", "limited", null)]
    public void A_row_uses_the_words_of_the_programme(
        string phase,
        string category,
        string likelihood,
        string consequence,
        string? residualLikelihood,
        string? residualConsequence,
        string? refusal
    )
    {
        var codes = new RiskCodes(phase, category, likelihood, consequence, residualLikelihood, residualConsequence, null, null);
        Assert.Equal(refusal, (Record.Exception(() => codes.Require(Programme.Risks)) as RefusedException)?.Refusal.Name);
    }

    [Theory]
    [InlineData(true, true, true, true, null)]
    [InlineData(true, false, true, true, RiskLack.Measure)]
    [InlineData(true, true, false, true, RiskLack.Owner)]
    [InlineData(true, true, true, false, RiskLack.Due)]
    [InlineData(true, false, false, false, RiskLack.Measure)]
    [InlineData(false, false, false, false, null)]
    internal void A_row_is_complete_with_measure_owner_and_date(bool open, bool measure, bool owner, bool due, RiskLack? lack)
    {
        var row = new RiskRowState(Guid.Empty, 3, RiskLevel.Low, open, measure, owner, false, due);
        Assert.Equal(lack, RiskTableRules.FirstIncomplete([row])?.Lack);
    }

    [Theory]
    [InlineData(RiskLevel.High, true, true, true, true, null)]
    [InlineData(RiskLevel.High, true, true, false, true, RiskLack.NamedOwner)]
    [InlineData(RiskLevel.High, true, false, true, true, RiskLack.Measure)]
    [InlineData(RiskLevel.High, true, true, true, false, RiskLack.Due)]
    [InlineData(RiskLevel.High, false, false, false, false, null)]
    [InlineData(RiskLevel.Medium, true, false, false, false, null)]
    [InlineData(RiskLevel.Low, true, false, false, false, null)]
    internal void A_high_risk_has_a_named_owner(RiskLevel level, bool open, bool measure, bool named, bool due, RiskLack? lack)
    {
        var row = new RiskRowState(Guid.Empty, 1, level, open, measure, true, named, due);
        Assert.Equal(lack, RiskTableRules.FirstUnownedHigh([row])?.Lack);
    }

    [Fact]
    public void The_first_row_that_lacks_something_is_named()
    {
        RiskRowState[] rows =
        [
            new(Guid.Empty, 3, RiskLevel.Low, true, false, true, true, true),
            new(Guid.Empty, 1, RiskLevel.Low, true, true, true, true, true),
            new(Guid.Empty, 2, RiskLevel.Low, true, true, false, false, true),
        ];
        Assert.Equal(2, RiskTableRules.FirstIncomplete(rows)?.Row.Number);
    }

    [Theory]
    [InlineData(null, null, false, "NotAsked")]
    [InlineData(InvestigationAnswer.Yes, null, false, "HeardNotAsked")]
    [InlineData(InvestigationAnswer.Yes, HeardAnswer.Yes, true, "Met")]
    [InlineData(InvestigationAnswer.Yes, HeardAnswer.No, true, "NotHeard")]
    [InlineData(InvestigationAnswer.Yes, HeardAnswer.ChoseNotTo, true, "Met")]
    [InlineData(InvestigationAnswer.Yes, HeardAnswer.DoesNotWantToSay, true, "Met")]
    [InlineData(InvestigationAnswer.No, null, true, "Met")]
    [InlineData(InvestigationAnswer.Unknown, null, true, "Met")]
    [InlineData(InvestigationAnswer.DoesNotWantToSay, null, true, "Met")]
    internal void Asking_about_an_investigation_is_enough(InvestigationAnswer? investigation, HeardAnswer? heard, bool met, string detail)
    {
        var state = InvestigationAskedGate.StateOf(investigation, heard, new DateOnly(2026, 3, 4));
        Assert.Equal((met, $"GateDetail.InvestigationAsked.{detail}"), (state.Met, state.Detail));
    }

    [Fact]
    public void Topics_add_up_over_conversations()
    {
        var all = Programme.Information.Select(t => t.Id).ToList();
        Assert.Equal(all, ToldTopics.Of(Programme, []).Missing.Select(t => t.Id));
        Assert.Equal(all.Skip(2), ToldTopics.Of(Programme, [all[0], $"{all[1]},{all[0]}"]).Missing.Select(t => t.Id));
        Assert.True(ToldTopics.Of(Programme, [string.Join(',', all.Take(4)), string.Join(',', all.Skip(4))]).Complete);
    }

    private static EligibilityReasons Reasons(bool trafficking, bool prostitution, bool voluntary) =>
        new(
            new Dictionary<string, CriterionAnswer>
            {
                ["trafficking"] = trafficking ? CriterionAnswer.Met : CriterionAnswer.NotMet,
                ["prostitution"] = prostitution ? CriterionAnswer.Met : CriterionAnswer.NotAsked,
                ["voluntary-return"] = voluntary ? CriterionAnswer.Met : CriterionAnswer.DoesNotWantToSay,
            },
            null,
            null,
            "skäl",
            null
        );
}
