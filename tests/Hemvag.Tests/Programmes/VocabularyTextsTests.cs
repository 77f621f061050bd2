using System.Globalization;
using System.Resources;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Programmes;

public sealed class VocabularyTextsTests
{
    public static TheoryData<Type, Type> Vocabularies() =>
        new()
        {
            { typeof(ProgrammesTexts), typeof(Role) },
            { typeof(ProgrammesTexts), typeof(MilestoneKind) },
            { typeof(ProgrammesTexts), typeof(MilestoneNature) },
            { typeof(ProgrammesTexts), typeof(GateKind) },
            { typeof(ProgrammesTexts), typeof(FormKind) },
            { typeof(ProgrammesTexts), typeof(FieldKind) },
            { typeof(ProgrammesTexts), typeof(PaymentMode) },
            { typeof(ProgrammesTexts), typeof(EntitlementCategory) },
            { typeof(ProgrammesTexts), typeof(SupportKind) },
            { typeof(ProgrammesTexts), typeof(SupportPurpose) },
            { typeof(ProgrammesTexts), typeof(ConsentPurpose) },
            { typeof(ProgrammesTexts), typeof(TravelArrangementKind) },
            { typeof(ProgrammesTexts), typeof(PackageRecipient) },
            { typeof(ProgrammesTexts), typeof(PackageField) },
            { typeof(ProgrammesTexts), typeof(DestinationKind) },
            { typeof(ProgrammesTexts), typeof(RiskLevel) },
            { typeof(OrganisationsTexts), typeof(OrganisationKind) },
            { typeof(OrganisationsTexts), typeof(ContactKind) },
        };

    [Theory]
    [MemberData(nameof(Vocabularies))]
    public void Every_word_has_a_text_in_both_languages(Type texts, Type vocabulary)
    {
        foreach (var name in Enum.GetNames(vocabulary))
        {
            ShouldHave(texts, $"{vocabulary.Name}.{name}");
        }
    }

    [Fact]
    public void Every_gate_has_a_sentence_in_both_languages()
    {
        foreach (var gate in Enum.GetNames<GateKind>())
        {
            ShouldHave(typeof(ProgrammesTexts), $"GateKind.{gate}.Sentence");
        }
    }

    [Fact]
    public void Every_compartment_has_a_text_in_both_languages()
    {
        foreach (var compartment in Enum.GetValues<Compartment>().Where(compartment => compartment != Compartment.None))
        {
            ShouldHave(typeof(ProgrammesTexts), $"Compartment.{compartment}");
        }
    }

    private static void ShouldHave(Type texts, string key)
    {
        var resources = new ResourceManager(texts.FullName!, texts.Assembly);
        var english = resources.GetResourceSet(CultureInfo.GetCultureInfo("en"), createIfNotExists: true, tryParents: false);

        resources.GetString(key, CultureInfo.GetCultureInfo("sv")).ShouldNotBeNullOrWhiteSpace(key);
        english!.GetString(key).ShouldNotBeNullOrWhiteSpace(key);
    }
}
