using System.Globalization;
using Hemvag.Modules.Cases.Forms;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.TestKit;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Cases.Forms;

public sealed class FieldReadingTests
{
    private static readonly OrganisationCatalogue Organisations = OrganisationCatalogue.Load();

    public FieldReadingTests() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("sv");

    [Theory]
    [InlineData("Text", "  Åsa  ", "Åsa")]
    [InlineData("Text", "one\r\ntwo\tthree", "one two three")]
    [InlineData("LongText", "one\r\ntwo", "one\ntwo")]
    [InlineData("Date", "2026-02-28", "2026-02-28")]
    [InlineData("Date", "2024-02-29", "2024-02-29")]
    [InlineData("YesNo", "yes", "yes")]
    [InlineData("Choice", "second", "second")]
    [InlineData("Country", "RO", "RO")]
    [InlineData("Country", "kosovo", "kosovo")]
    [InlineData("Language", "ckb", "ckb")]
    [InlineData("Number", "1 200", "1200")]
    [InlineData("Number", "0", "0")]
    [InlineData("Phone", "+40 21 000 00 00", "+40 21 000 00 00")]
    [InlineData("Phone", "070-174 06 18", "070-174 06 18")]
    public void An_answer_is_kept_in_its_invariant_form(string kind, string typed, string kept)
    {
        var (answer, error) = Read(kind, typed);

        error.ShouldBeNull();
        answer.State.ShouldBe(AnswerState.Answered);
        answer.Values.ShouldBe([kept]);
    }

    [Theory]
    [InlineData("Date", "2026-02-30", "Wrong.NoSuchDay")]
    [InlineData("Date", "2026-13-01", "Wrong.Date")]
    [InlineData("Date", "30/2/2026", "Wrong.Date")]
    [InlineData("Date", "0001-01-01", "Wrong.Date")]
    [InlineData("YesNo", "maybe", "Wrong.Choice")]
    [InlineData("Choice", "third", "Wrong.Choice")]
    [InlineData("MultiChoice", "third", "Wrong.Choice")]
    [InlineData("Country", "XX", "Wrong.Choice")]
    [InlineData("Country", "Rumänien", "Wrong.Choice")]
    [InlineData("Language", "xx", "Wrong.Choice")]
    [InlineData("Number", "-1", "Wrong.Number")]
    [InlineData("Number", "1e3", "Wrong.Number")]
    [InlineData("Number", "10.5", "Wrong.Number")]
    [InlineData("Number", "99999999999999999999", "Wrong.Number")]
    [InlineData("Phone", "call her mother", "Wrong.Phone")]
    [InlineData("Phone", "112", "Wrong.Phone")]
    [InlineData("Phone", "070+174 06 18", "Wrong.Phone")]
    public void A_wrong_answer_says_what_to_do(string kind, string typed, string key)
    {
        var (answer, error) = Read(kind, typed);

        answer.State.ShouldBe(AnswerState.NotAsked);
        error.ShouldNotBeNull().Key.ShouldBe(key);
    }

    [Fact]
    public void A_day_that_does_not_exist_is_named_in_words() => Read("Date", "2026-02-30").Error!.Args.ShouldBe(["30 februari"]);

    [Theory]
    [InlineData("Text", 200)]
    [InlineData("LongText", 4000)]
    public void A_text_is_never_cut(string kind, int longest)
    {
        Read(kind, new string('å', longest)).Error.ShouldBeNull();
        Read(kind, new string('å', longest + 1)).Error.ShouldNotBeNull().Args.ShouldBe([longest, longest + 1]);
    }

    [Fact]
    public void Nothing_hostile_breaks_any_kind_of_field()
    {
        foreach (var kind in Enum.GetNames<FieldKind>())
        {
            foreach (var input in HostileInputs.All)
            {
                var posted = Post(Field(kind), new() { ["f.q"] = input.Value, ["f.q.state"] = input.Value });

                (posted.Errors.Count + posted.Answers.Count).ShouldBe(kind == nameof(FieldKind.Heading) ? 0 : 1, $"{kind}, {input}");
            }
        }
    }

    [Fact]
    public void Names_are_kept_as_they_are_written()
    {
        foreach (var name in HostileInputs.Of(HostileCategory.RealName))
        {
            Read("Text", name.Value!).Answer.Values.Single().ShouldBe(name.Value!.Normalize(), name.Name);
        }
    }

    [Theory]
    [InlineData("Choice", "DoesNotWantToSay", null, "DoesNotWantToSay")]
    [InlineData("Choice", "NotAsked", null, "NotAsked")]
    [InlineData("Country", "DoesNotWantToSay", null, "DoesNotWantToSay")]
    [InlineData("Text", "", "DoesNotWantToSay", "DoesNotWantToSay")]
    [InlineData("Text", "", null, "NotAsked")]
    [InlineData("Date", null, "DoesNotWantToSay", "DoesNotWantToSay")]
    public void Every_question_can_be_left(string kind, string? value, string? state, string expected) =>
        Post(Field(kind), new() { ["f.q"] = value, ["f.q.state"] = state }).Answers["q"].State.ToString().ShouldBe(expected);

    [Fact]
    public void A_word_that_a_person_types_is_no_state() =>
        Post(Field("Text"), new() { ["f.q"] = "DoesNotWantToSay" }).Answers["q"].Values.ShouldBe(["DoesNotWantToSay"]);

    [Fact]
    public void An_answer_and_no_answer_at_once_is_asked_about()
    {
        var posted = Post(Field("Text"), new() { ["f.q"] = "Anna", ["f.q.state"] = "DoesNotWantToSay" });

        posted.Errors.Single().Key.ShouldBe("Wrong.Both");
        posted.Typed["q"].Values.ShouldBe(["Anna"]);
    }

    [Fact]
    public void Several_choices_are_kept_once_each()
    {
        var posted = PostedSection.Read(
            Section(Field("MultiChoice")),
            new FormCollection(new() { ["f.q"] = new StringValues(["first", "second", "first"]) }),
            Organisations
        );

        posted.Answers["q"].Values.ShouldBe(["first", "second"]);
    }

    private static (FieldAnswer Answer, FieldError? Error) Read(string kind, string typed) => FieldReading.Read(Field(kind), [typed], Organisations);

    private static PostedSection Post(FieldDefinition field, Dictionary<string, string?> form) =>
        PostedSection.Read(
            Section(field),
            new FormCollection(form.Where(f => f.Value is not null).ToDictionary(f => f.Key, f => new StringValues(f.Value))),
            Organisations
        );

    private static SectionDefinition Section(FieldDefinition field) =>
        new("s", new Bilingual("Avsnitt", "Section"), Hemvag.Sealing.Compartment.Notes, [field], []);

    private static FieldDefinition Field(string kind) =>
        new(
            "q",
            Enum.Parse<FieldKind>(kind),
            new Bilingual("Fråga", "Question"),
            false,
            [],
            [new ChoiceDefinition("first", new Bilingual("Ett", "One")), new ChoiceDefinition("second", new Bilingual("Två", "Two"))]
        );
}
