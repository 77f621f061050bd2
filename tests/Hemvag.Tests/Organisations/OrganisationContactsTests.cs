using System.Net;
using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Demo;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.TestKit.Databases;
using Hemvag.Tests.Auditing;
using Hemvag.Tests.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Organisations;

/// <summary>How an office is reached: kept by those who run the programme, and no start takes it away.</summary>
public sealed class OrganisationContactsTests
{
    private const string Page = "/admin/organisations/contacts";
    private static readonly Guid Iraq = StableId.Of("office:iom-iq");
    private static readonly Guid Helsinki = StableId.Of("organisation:iom-finland");

    [Theory, OnBothDatabases]
    public async Task What_people_have_set_stays_at_the_next_start(DatabaseKind kind)
    {
        await using var installation = await TestInstallation.CreateAsync(kind);
        var register = installation.Services.GetRequiredService<OrganisationRegister>();
        var by = Actor.System("test");
        var wanted = new OrganisationContacts("+964 1 555 01 00", "erbil@example.org", null, "Testgatan 1, Erbil");
        var queries = installation.Services.GetRequiredService<OrganisationQueries>();
        var shown = (await queries.GetAsync(Iraq)).Contacts.Mark;
        (await register.SetContactsAsync(TestInstallation.NewId(), by, Iraq, shown, wanted)).ShouldBeTrue();
        var none = new OrganisationContacts(null, null, null, null);
        (
            await register.SetContactsAsync(TestInstallation.NewId(), by, Helsinki, (await queries.GetAsync(Helsinki)).Contacts.Mark, none)
        ).ShouldBeTrue();
        (await register.SetContactsAsync(TestInstallation.NewId(), by, Guid.CreateVersion7(), none.Mark, wanted)).ShouldBeFalse();
        // Whoever saves second has not seen what the first has saved.
        (
            await Should.ThrowAsync<RefusedException>(() =>
                register.SetContactsAsync(TestInstallation.NewId(), by, Iraq, shown, wanted with { Phone = "+964 1 555 01 99" })
            )
        ).Refusal.ShouldBe(OrganisationRefusals.ContactsChanged);
        foreach (var (contacts, field) in new[] { (wanted with { Mail = "erbil" }, "Mail"), (wanted with { Phone = "none" }, "Phone") })
        {
            var refused = await Should.ThrowAsync<RefusedException>(() =>
                register.SetContactsAsync(TestInstallation.NewId(), by, Iraq, wanted.Mark, contacts)
            );
            (refused.Refusal.Name, refused.Field).ShouldBe(("OrganisationContactMalformed", field));
        }

        (await installation.Services.GetRequiredService<OrganisationImport>().RunAsync()).ShouldBeFalse();
        var office = await queries.GetAsync(Iraq);
        (office.Phone, office.Mail, office.Web, office.Address).ShouldBe((wanted.Phone, wanted.Mail, null, wanted.Address));
        // Also that there is none any more.
        (await queries.GetAsync(Helsinki)).LacksContacts.ShouldBeTrue();
        await using var db = installation.Database.Open();
        (await db.Set<OperationEvent>().CountAsync(e => e.Kind == nameof(OrganisationContactsSet), TestContext.Current.CancellationToken)).ShouldBe(
            2
        );
        (await db.Set<OperationEvent>().AnyAsync(e => e.Data.Contains("Testgatan"), TestContext.Current.CancellationToken)).ShouldBeFalse();
        (await installation.VerifyAsync()).Findings.ShouldBeEmpty();
    }

    [Fact]
    public async Task Those_who_run_the_programme_keep_them_and_nobody_else()
    {
        await using var world = await WalkWorld.StartAsync();
        foreach (var person in DemoPeople.Accounts)
        {
            var mine = person.Roles.Contains(Role.Administrator) && (person.Organisation is "jamstalldhetsmyndigheten" or "iom-finland");
            var client = await world.AsAsync(person.Code);
            (await client.GetAsync(Page)).Status.ShouldBe(mine ? HttpStatusCode.OK : HttpStatusCode.Forbidden, person.Code);
        }

        var admin = await world.AsAsync("admin-3");
        // Which one is asked, and nobody is told that something is wrong.
        (await admin.GetAsync(Page))
            .ShouldBeOk()
            .Document.QuerySelector(".error-summary")
            .ShouldBeNull();
        (await admin.GetAsync($"{Page}?of=everyone")).Document.QuerySelector(".error-summary").ShouldNotBeNull();
        (await admin.GetAsync($"{Page}?of={Guid.CreateVersion7()}")).ShouldBe(HttpStatusCode.NotFound);
        var form = (await admin.GetAsync($"{Page}?of={Iraq}")).ShouldBeOk().ShouldShow("Contact details").Form("form:has([name='Input.Phone'])");
        var before = await world.OperationsAsync();
        var wrong = await form.Fill("Input.Mail", "erbil").Fill("Input.Address", "Test Street 1").SubmitOnceAsync();
        wrong.ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("OrganisationContactMalformed");
        wrong.Document.QuerySelector("[name='Input.Address']")!.TextContent.ShouldContain("Test Street 1");
        (await world.OperationsAsync()).ShouldBe(before);
        (await wrong.Form("form:has([name='Input.Phone'])").Fill("Input.Mail", "erbil@example.org").SubmitAsync()).ShouldBeOk();
        // The one that was shown before says what stands now, keeps what was typed, and saves once that was seen.
        var late = await form.Fill("Input.Mail", "late@example.org").Fill("Input.Address", "Test Street\r\n2").SubmitOnceAsync();
        late.ShouldBe(HttpStatusCode.UnprocessableEntity).ShouldRefuse("OrganisationContactsChanged").ShouldShow("erbil@example.org");
        var seen = late.Form("form:has([name='Input.Phone'])");
        (await seen.SubmitAsync()).ShouldBeOk().Body.ShouldContain("late@example.org");
        var last = (await admin.GetAsync($"{Page}?of={Iraq}")).Form("form:has([name='Input.Phone'])");
        (await last.Fill("Input.Mail", "erbil@example.org").Fill("Input.Address", "Test Street 1").SubmitAsync()).ShouldBeOk();
        (await (await world.AsAsync("admin-1")).GetAsync("/organisations?country=irak"))
            .ShouldBeOk()
            .ShouldShow("erbil@example.org")
            .ShouldShow("Test Street 1");
    }
}
