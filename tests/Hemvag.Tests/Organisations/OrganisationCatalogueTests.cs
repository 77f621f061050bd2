using System.Globalization;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes.Definition;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Organisations;

public sealed class OrganisationCatalogueTests
{
    private readonly OrganisationCatalogue _catalogue = OrganisationCatalogue.Load();

    [Fact]
    public void Seven_regions_as_the_seed_names_them() =>
        _catalogue
            .Regions.Select(region => region.Name.Sv)
            .ShouldBe(["Region Bergslagen", "Region Stockholm", "Region Mitt", "Region Nord", "Region Syd", "Region Väst", "Region Öst"]);

    [Fact]
    public void All_21_counties_stand_once()
    {
        var codes = _catalogue.Regions.SelectMany(region => region.Counties).Select(county => county.Code).Order();

        codes.ShouldBe([
            "01",
            "03",
            "04",
            "05",
            "06",
            "07",
            "08",
            "09",
            "10",
            "12",
            "13",
            "14",
            "17",
            "18",
            "19",
            "20",
            "21",
            "22",
            "23",
            "24",
            "25",
        ]);
    }

    [Theory]
    [InlineData("01", "stockholm")]
    [InlineData("09", "stockholm")]
    [InlineData("03", "mitt")]
    [InlineData("12", "syd")]
    [InlineData("14", "vast")]
    [InlineData("05", "ost")]
    [InlineData("18", "bergslagen")]
    [InlineData("25", "nord")]
    public void County_leads_to_its_region(string county, string region) => _catalogue.RegionOfCounty(county)!.Code.ShouldBe(region);

    [Fact]
    public void The_142_offices_stand_once_each()
    {
        _catalogue.Offices.Count.ShouldBe(142);
        _catalogue.Offices.Select(office => office.Code).Distinct().Count().ShouldBe(142);
        _catalogue.Offices.Select(office => office.SeedName).Distinct().Count().ShouldBe(142);
        _catalogue.Offices.Select(office => office.CountryCode).Distinct().Count().ShouldBe(142);
    }

    [Fact]
    public void Kosovo_alone_has_no_code()
    {
        var kosovo = _catalogue.Offices.Single(office => office.Alpha2 is null);

        kosovo.SeedName.ShouldBe("Kosovo/UNSC 1244");
        _catalogue.OfficeIn(CountryEntry.Kosovo).ShouldBe(kosovo);
        _catalogue.Country(CountryEntry.Kosovo)!.Alpha2.ShouldBeNull();
        _catalogue.Countries.Count(country => country.Alpha2 is null).ShouldBe(1);
    }

    [Fact]
    public void Every_zone_exists()
    {
        var zones = _catalogue
            .Offices.Select(office => office.TimeZone)
            .Concat(_catalogue.Organisations.Select(organisation => organisation.TimeZone))
            .Append(RegionEntry.TimeZone);

        foreach (var zone in zones)
        {
            TimeZoneInfo.FindSystemTimeZoneById(zone).HasIanaId.ShouldBeTrue(zone);
        }
    }

    [Theory]
    [InlineData("TR", "Turkey", "Turkiet", "Türkiye", "Europe/Istanbul")]
    [InlineData("MK", "The Former Yugoslav Republic of Macedonia", "Nordmakedonien", "North Macedonia", "Europe/Skopje")]
    [InlineData("MD", "Republic of Moldova", "Moldavien", "Moldova", "Europe/Chisinau")]
    [InlineData("CD", "Congo, Democratic Republic of", "Demokratiska republiken Kongo", "Democratic Republic of the Congo", "Africa/Kinshasa")]
    public void Office_bears_the_seeds_name_and_todays(string country, string seed, string sv, string en, string zone)
    {
        var office = _catalogue.OfficeIn(country)!;

        office.SeedName.ShouldBe(seed);
        office.Name.ShouldBe(new Bilingual(sv, en));
        office.TimeZone.ShouldBe(zone);
    }

    [Fact]
    public void Countries_are_all_of_ISO_and_need_no_office()
    {
        _catalogue.Countries.Count.ShouldBe(250);
        _catalogue.Countries.ShouldAllBe(country => country.Name.Sv.Length > 0 && country.Name.En.Length > 0);
        _catalogue.Offices.ShouldAllBe(office => _catalogue.Country(office.CountryCode) != null);
        _catalogue.Country("BR").ShouldNotBeNull();
        _catalogue.OfficeIn("BR").ShouldBeNull();
    }

    [Theory]
    [InlineData("jamstalldhetsmyndigheten", "020-390 000", "S1.78")]
    [InlineData("jamstalldhetsmyndigheten", "nmtsverige@jamy.se", "S1.78")]
    [InlineData("iom-finland", "+358 9 684 11 50", "S1.80")]
    [InlineData("iom-finland", "AVRRTiPPSweden@iom.int", "S1.81")]
    [InlineData("iom-finland", "+358 9 684 11 511", "S1.81")]
    public void Contacts_are_those_of_the_seed(string organisation, string value, string source) =>
        _catalogue.Organisation(organisation).Contacts.Single(contact => contact.Value == value).Source.ShouldContain(source);

    [Fact]
    public void Ids_are_the_same_everywhere_and_differ_from_each_other()
    {
        var ids = _catalogue
            .Regions.Select(region => region.Id)
            .Concat(_catalogue.Offices.Select(office => office.Id))
            .Concat(_catalogue.Organisations.Select(organisation => organisation.Id))
            .ToList();

        ids.Distinct().Count().ShouldBe(7 + 142 + 4);
        ids.ShouldAllBe(id => id.Version == 8);
        _catalogue.Region("stockholm").Id.ShouldBe(Guid.Parse("dd1ae5e8-bd0a-8002-b61d-2290f3ed11f4"));
    }

    [Fact]
    public void Names_follow_the_language_of_the_screen()
    {
        var country = _catalogue.Country("DE")!;

        country.Name.For(CultureInfo.GetCultureInfo("sv")).ShouldBe("Tyskland");
        country.Name.For(CultureInfo.GetCultureInfo("en-GB")).ShouldBe("Germany");
    }
}
