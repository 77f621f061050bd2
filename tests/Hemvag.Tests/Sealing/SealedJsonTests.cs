using System.Text;
using System.Text.Json.Nodes;
using Hemvag.Sealing;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Sealing;

public class SealedJsonTests
{
    private static readonly SealedJson json = new([new SplitName(), new AddSafeHours()]);

    [Fact]
    public void A_payload_names_kind_and_schema_and_comes_back()
    {
        var payload = new SamplePerson("Åsa", "Öberg", Compartment.Contact, null);

        var bytes = SealedJson.Write(payload);

        Encoding
            .UTF8.GetString(bytes)
            .ShouldBe("""{"kind":"sample-person","schema":3,"data":{"given":"Åsa","family":"Öberg","where":"Contact","safeHours":null}}""");
        json.Read<SamplePerson>(bytes).ShouldBe(payload);
    }

    [Fact]
    public void Old_forms_are_lifted_step_by_step()
    {
        Read("""{"kind":"sample-person","schema":1,"data":{"name":"Maria Popescu","where":"Notes"}}""")
            .ShouldBe(new SamplePerson("Maria", "Popescu", Compartment.Notes, "unknown"));
        Read("""{"kind":"sample-person","schema":2,"data":{"given":"Maria","family":"Popescu","where":"Notes"}}""")
            .ShouldBe(new SamplePerson("Maria", "Popescu", Compartment.Notes, "unknown"));
    }

    [Theory]
    [InlineData("""{"kind":"sample-person","schema":4,"data":{}}""", "newer version")]
    [InlineData("""{"kind":"sample-person","schema":0,"data":{}}""", "no step")]
    [InlineData("""{"kind":"other","schema":3,"data":{}}""", "not of the kind")]
    [InlineData("""{"kind":"sample-person","schema":3,"data":{"given":"Maria"}}""", "does not have its form")]
    [InlineData("""{"kind":"sample-person","schema":3,"data":{"given":"Maria","family":"P","where":8,"safeHours":null}}""", "does not have its form")]
    [InlineData(
        """{"kind":"sample-person","schema":3,"data":{"given":"Maria","family":"P","where":"Notes","safeHours":null,"secret":1}}""",
        "does not have its form"
    )]
    [InlineData("""{"kind":"sample-person","schema":3}""", "does not have its form")]
    [InlineData("""{"kind":"sample-person","schema":3,"data":null}""", "does not have its form")]
    [InlineData("Maria", "does not have its form")]
    public void What_does_not_fit_is_refused_without_a_word_of_content(string text, string sentence)
    {
        var refused = Should.Throw<SealedPayloadException>(() => Read(text));

        refused.Message.ShouldContain(sentence);
        refused.ToString().ShouldNotContain("Maria");
    }

    [Fact]
    public void Two_steps_from_the_same_form_are_refused() =>
        Should.Throw<ArgumentException>(() => new SealedJson([new SplitName(), new SplitName()]));

    internal static SamplePerson Read(string text) => json.Read<SamplePerson>(Encoding.UTF8.GetBytes(text));

    internal sealed record SamplePerson(string Given, string Family, Compartment Where, string? SafeHours) : ISealedPayload
    {
        public static string Kind => "sample-person";

        public static int SchemaVersion => 3;
    }

    private sealed class SplitName : IUpcast
    {
        public string Kind => "sample-person";

        public int FromSchema => 1;

        public JsonNode Upcast(JsonNode data)
        {
            var parts = data["name"]!.GetValue<string>().Split(' ');
            return new JsonObject
            {
                ["given"] = parts[0],
                ["family"] = parts[1],
                ["where"] = data["where"]!.DeepClone(),
            };
        }
    }

    private sealed class AddSafeHours : IUpcast
    {
        public string Kind => "sample-person";

        public int FromSchema => 2;

        public JsonNode Upcast(JsonNode data)
        {
            data["safeHours"] = "unknown";
            return data;
        }
    }
}
