using System.Net;
using Hemvag.Modules.Accounts.SecondFactor;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.TestKit.Databases;
using Hemvag.Tests.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Accounts;

public sealed class OrganisationTests
{
    [Theory, OnBothDatabases]
    public async Task The_import_brings_everything_once(DatabaseKind kind)
    {
        await using var app = await AccountsApp.StartAsync(kind);
        var kinds = await app.WithDbAsync(db => db.Set<Organisation>().Where(o => o.IsShipped).Select(o => o.Kind).ToListAsync());
        kinds.Count(k => k == OrganisationKind.LocalIomOffice).ShouldBe(142);
        kinds.Count(k => k == OrganisationKind.Region).ShouldBe(7);
        kinds.ShouldContain(OrganisationKind.IomFinland);
        kinds.ShouldContain(OrganisationKind.MigrationAgency);
        (await app.Services.GetRequiredService<OrganisationImport>().RunAsync()).ShouldBeFalse();
    }

    [Theory, OnBothDatabases]
    public async Task An_administrator_adds_a_partner_and_marks_an_office(DatabaseKind kind)
    {
        await using var app = await AccountsApp.StartAsync(kind);
        using var admin = await app.SignInToDemoAsync("admin-1");
        var page = await admin.GetAsync("/admin/organisations");
        var form = page.Form("[name='Input.NameSv']")
            .Choose("Input.Kind", "Partner")
            .Fill("Input.NameSv", "Hjälpen")
            .Fill("Input.NameEn", "The Help");
        (await form.Fill("Input.Zone", "Europe/Nowhere").SubmitAsync()).ShouldRefuse("OrganisationZoneUnknown");
        (await form.Fill("Input.Zone", "Asia/Baghdad").SubmitAsync()).ShouldBeOk().ShouldShow("Hjälpen");
        var office = await app.Services.GetRequiredService<OrganisationQueries>().FindByCodeAsync("iom-md");
        (await page.Form("[name=office]").Fill("office", office!.Id.ToString()).SubmitAsync("true")).ShouldBeOk();
        (await app.Services.GetRequiredService<OrganisationQueries>().GetAsync(office.Id)).SinglePerson.ShouldBeTrue();
    }

    [Fact]
    public async Task A_regions_administrator_changes_nobody_elses_organisations()
    {
        await using var app = await AccountsApp.StartAsync();
        var key = TimeCodes.NewKey();
        await app.MakeAccountAsync(key: key, roles: Role.Administrator);
        using var region = await app.SignInAsync(key);
        (await region.GetAsync("/admin/organisations")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await region.GetAsync("/admin/accounts")).ShouldBeOk().ShouldNotContain("/admin/organisations");
        var office = await app.Services.GetRequiredService<OrganisationQueries>().FindByCodeAsync("iom-md");
        using var forged = new HttpRequestMessage(HttpMethod.Post, "/admin/organisations?handler=Single")
        {
            Content = new FormUrlEncodedContent([
                new("__form", await AccessWalkTests.TokenAsync(region)),
                new("office", office!.Id.ToString()),
                new("single", "true"),
            ]),
        };
        (await region.SendOnceAsync(forged)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await app.Services.GetRequiredService<OrganisationQueries>().GetAsync(office.Id)).SinglePerson.ShouldBeFalse();
    }

    [Fact]
    public async Task Offices_are_found_by_country_in_either_language()
    {
        await using var app = await AccountsApp.StartAsync();
        using var client = await app.SignInToDemoAsync("vast-1");
        (await client.GetAsync("/organisations?country=moldavien")).ShouldShow("Republic of Moldova").ShouldNotContain("Asia/Bangkok");
        (await client.GetAsync("/organisations?country=Thailand")).ShouldShow("Asia/Bangkok");
        (await client.GetAsync("/organisations?country=atlantis")).ShouldShow("Inget kontor passar");
    }
}
