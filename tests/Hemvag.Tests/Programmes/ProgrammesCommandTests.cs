using System.Text;
using System.Text.Json;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Programmes;

public sealed class ProgrammesCommandTests
{
    [Fact]
    public void Json_is_one_line_that_starts_as_agreed()
    {
        using var output = new StringWriter();
        using var error = new StringWriter();

        ProgrammesCommand.Run(["programmes", "--json"], output, error, Codes).ShouldBe(0);

        var line = output.ToString().TrimEnd();
        line.ShouldStartWith(
            "[{'id':'amp-2018','currency':'USD','adult':{'subsistence':900,'reintegration':2800,'health':300,'total':4000},".Replace('\'', '"')
                + "'child':{'subsistence':450,'reintegration':1400,'health':150,'total':2000},'followUpMonths':6,".Replace('\'', '"')
        );
        line.ShouldNotContain("\n");
        JsonDocument.Parse(line).RootElement[0].GetProperty("gatekeeper").GetString().ShouldBe("RegionalCoordinator");
        error.ToString().ShouldBeEmpty();
    }

    [Fact]
    public void Check_prints_every_error_of_a_file_and_says_by_its_code_whether_there_are_any()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, "amp-2018.json");
            File.WriteAllBytes(path, ProgrammeFiles.Bytes());
            Check(path).ShouldBe((0, "amp-2018: no errors"));
            File.WriteAllText(path, Encoding.UTF8.GetString(ProgrammeFiles.Bytes()).Replace("\"months\": 6", "\"months\": 0"));
            var (code, said) = Check(path);
            code.ShouldBe(1);
            said.ShouldContain("amp-2018.json: $.followUp.months: expected one month or more");
            said.ShouldEndWith("1 errors");
            Check(Path.Combine(folder.FullName, "nowhere.json")).Code.ShouldBe(2);
            ProgrammesCommand.Run(["check"], TextWriter.Null, TextWriter.Null, Codes).ShouldBe(2);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Check_looks_at_codes_and_at_the_first_days_of_the_versions_beside_it()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var path = Path.Combine(folder.FullName, "amp-2019.json");
            var text = Encoding.UTF8.GetString(ProgrammeFiles.Bytes()).Replace("\"id\": \"amp-2018\"", "\"id\": \"amp-2019\"");
            File.WriteAllText(path, text.Replace("\"iom-finland\"", "\"iom-finnland\""));
            var (code, said) = Check(path);
            code.ShouldBe(1);
            said.ShouldContain("amp-2019.json: $.runsFrom: expected a day from which no other version of the kind runs, found that of amp-2018");
            said.ShouldContain("amp-2019.json: $.parties[1].organisation: expected the code of an organisation, found \"iom-finnland\"");
            said.ShouldEndWith("2 errors");
            File.WriteAllText(path, text.Replace("2018-01-01", "2019-01-01"));
            Check(path).ShouldBe((0, "amp-2019: no errors"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IReadOnlyList<ProgrammeFileError> Codes(ProgrammeFile file) => VersionCodes.Check(file, OrganisationCatalogue.Load());

    private static (int Code, string Said) Check(string path)
    {
        using var output = new StringWriter();
        return (ProgrammesCommand.Run(["check", path], output, TextWriter.Null, Codes), output.ToString().TrimEnd());
    }

    [Fact]
    public void Housing_appears_where_a_version_has_it_and_odd_shares_keep_their_decimals()
    {
        var version = ProgrammeFiles.Amp2018();
        var health = version.Entitlements.Lines.Single(line => line.Category == EntitlementCategory.Health);
        var housing = health with { Category = EntitlementCategory.Housing, CeilingMinor = 225_00 };
        var with = version with { Entitlements = version.Entitlements with { Lines = [.. version.Entitlements.Lines, housing] } };

        var json = ProgrammesCommand.Json([with]);

        json.ShouldContain("\"housing\":225,");
        json.ShouldContain("\"housing\":112.5,");
    }
}
