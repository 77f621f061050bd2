using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Sealing;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Programmes;

public sealed class ProgrammeContentTests
{
    private readonly ProgrammeVersion _version = ProgrammeFiles.Amp2018();

    [Fact]
    public void All_nine_kinds_of_support_are_there() => _version.Support.Select(support => support.Kind).ShouldBe(Enum.GetValues<SupportKind>());

    [Fact]
    public void Nothing_in_the_forms_is_required() =>
        _version.Forms.SelectMany(form => form.Sections).SelectMany(section => section.Fields).ShouldAllBe(field => !field.Required);

    [Theory]
    [InlineData("person", Compartment.Identity)]
    [InlineData("contact", Compartment.Contact)]
    [InlineData("ground", Compartment.Protection)]
    [InlineData("return", Compartment.Travel)]
    [InlineData("home", Compartment.Protection)]
    [InlineData("health", Compartment.Health)]
    [InlineData("justice", Compartment.Justice)]
    internal void Sections_of_the_application_are_sealed_where_they_belong(string section, Compartment compartment) =>
        _version.Form(FormKind.Application).Section(section).Compartment.ShouldBe(compartment);

    [Fact]
    public void Information_covers_what_a_decision_needs() =>
        _version
            .Information.Select(topic => topic.Id)
            .ShouldBe(["alternatives", "possibilities", "risks", "limits", "asylum", "reflection-period", "compensation", "withdrawal", "data"]);

    [Fact]
    public void Declaration_and_signatures_are_those_of_the_seed()
    {
        _version.Declarations.ShouldContain(declaration => declaration.Source.Contains("S1.49"));
        _version.Signatures.Select(signature => signature.SignedBy).ShouldBe([Role.RegionalCoordinator, null]);
    }

    [Fact]
    public void Local_office_is_never_given_the_proceedings() =>
        (_version.Consent(ConsentPurpose.ContactWithLocalOffice).Widest & Compartment.Justice).ShouldBe(Compartment.None);

    [Fact]
    public void Every_travel_arrangement_is_asked_about_and_escort_is_operational_or_medical()
    {
        _version
            .TravelArrangements.Select(arrangement => arrangement.Kind)
            .ShouldBe(Enum.GetValues<TravelArrangementKind>().Except([TravelArrangementKind.TransportInSweden]));
        _version
            .TravelArrangements.Single(arrangement => arrangement.Kind == TravelArrangementKind.Escort)
            .Variants.Select(variant => variant.Id)
            .ShouldBe(["operational", "medical"]);
    }

    [Fact]
    public void Every_recipient_has_a_template_and_a_code_word_goes_to_those_who_meet_the_person()
    {
        var templates = _version.Packages.ShouldNotBeNull();
        templates.Select(template => template.Kind).ShouldBe(Enum.GetValues<PackageRecipient>());
        templates
            .Where(template => template.Fields.Contains(PackageField.CodeWord))
            .Select(template => template.Kind)
            .ShouldBe([PackageRecipient.Escort, PackageRecipient.Clinic, PackageRecipient.LocalActor]);
        templates
            .Where(template => template.Fields.Contains(PackageField.DocumentNumber))
            .Select(template => template.Kind)
            .ShouldBe([PackageRecipient.Carrier, PackageRecipient.Embassy]);
        // Which fields they are is ours.
        templates.ShouldAllBe(template => !SeedSource.IsFromSeeds(template.Source));
    }

    [Fact]
    public void Parties_are_organisations_of_the_list()
    {
        var known = OrganisationCatalogue.Load().Organisations.Select(organisation => organisation.Code);

        _version.Parties.Select(party => party.Organisation).ShouldBeSubsetOf(known);
    }

    [Theory]
    [InlineData("unlikely", "limited", RiskLevel.Low)]
    [InlineData("possible", "limited", RiskLevel.Low)]
    [InlineData("likely", "limited", RiskLevel.Medium)]
    [InlineData("unlikely", "serious", RiskLevel.Low)]
    [InlineData("possible", "serious", RiskLevel.Medium)]
    [InlineData("likely", "serious", RiskLevel.High)]
    [InlineData("unlikely", "very-serious", RiskLevel.Medium)]
    [InlineData("possible", "very-serious", RiskLevel.High)]
    [InlineData("likely", "very-serious", RiskLevel.High)]
    internal void Level_of_a_risk(string likelihood, string consequence, RiskLevel level) =>
        _version.Risks.Level(likelihood, consequence).ShouldBe(level);

    [Fact]
    public void Hash_is_that_of_the_bytes_and_content_is_kept()
    {
        var file = ProgrammeCatalogue.Load(ProgrammeFiles.Folder).Files.Single(file => file.Version.Id == "amp-2018");

        file.Sha256.Length.ShouldBe(64);
        System.Text.Encoding.UTF8.GetBytes(file.Content).ShouldBe(ProgrammeFiles.Bytes());
    }
}
