using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Forms;
using Hemvag.Modules.Children.Minors;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.TestKit.Databases;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Primitives;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Applications;

public sealed class FormSectionsTests
{
    [Theory, OnBothDatabases]
    public async Task A_section_is_sealed_as_a_whole_and_read_only_when_open(DatabaseKind kind)
    {
        await using var world = await ApplicationWorld.CreateAsync(kind);
        await world.SaveAsync("person", 0, ("called", ApplicationWorld.Secret), ("citizenship", "RO"));

        var opened = await world.OpenAsync(ApplicationPeople.Coordinator, Compartment.Identity);
        await world.DoAsync<FormSections>(
            ApplicationPeople.Coordinator,
            async (sections, handle) =>
            {
                var read = await sections.ReadAsync(opened!, handle.Case, FormKind.Application, "person");
                read!.Value.Of("called").Values.ShouldBe([ApplicationWorld.Secret]);
                read.Value.Of("pronoun").State.ShouldBe(AnswerState.NotAsked);
                (await sections.VersionsAsync(handle.CaseId, FormKind.Application)).ShouldBe(new Dictionary<string, int> { ["person"] = 1 });
                (await sections.FilledAsync(handle.CaseId, FormKind.Application)).Keys.ShouldBe(["person"]);
            }
        );
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Who_writes_over_what_they_have_not_seen_is_told(DatabaseKind kind)
    {
        await using var world = await ApplicationWorld.CreateAsync(kind);
        await world.SaveAsync("home", 0, ("family", "first"));

        await world.RefusedAsync("SectionChanged", () => world.SaveAsync("home", 0, ("family", "second")));
        await world.SaveAsync("home", 1, ("family", "second"));

        (await world.ReadAsync(db => db.Set<SealedRecord>().CountAsync(r => r.Subject == "form.application.home"))).ShouldBe(2);
    }

    [Theory, OnBothDatabases]
    public async Task The_same_form_twice_is_saved_once(DatabaseKind kind)
    {
        await using var world = await ApplicationWorld.CreateAsync(kind);
        var operation = world.NewId();
        Task<bool> Save(FormSections sections, Hemvag.Modules.Cases.CaseHandle handle) =>
            sections.SaveAsync(
                handle,
                operation,
                FormKind.Application,
                "home",
                new Dictionary<string, FieldAnswer> { ["family"] = FieldAnswer.Of("one") },
                0
            );

        await world.DoAsync<FormSections>(ApplicationPeople.Coordinator, async (s, h) => (await Save(s, h)).ShouldBeTrue());
        await world.DoAsync<FormSections>(ApplicationPeople.Coordinator, async (s, h) => (await Save(s, h)).ShouldBeFalse());
    }

    [Theory, OnBothDatabases]
    public async Task A_wrong_answer_keeps_what_was_saved_before_and_the_rest_is_saved(DatabaseKind kind)
    {
        await using var world = await ApplicationWorld.CreateAsync(kind);
        await world.SaveAsync("return", 0, ("document-valid-until", "2027-01-31"), ("place", "before"));
        var opened = await world.OpenAsync(ApplicationPeople.Coordinator, Compartment.Travel);

        await world.DoAsync<FormSections>(
            ApplicationPeople.Coordinator,
            async (sections, handle) =>
            {
                var section = sections.Form(handle.Case, FormKind.Application).Section("return");
                var form = new FormCollection(
                    new Dictionary<string, StringValues> { ["f.document-valid-until"] = "2027-02-30", ["f.place"] = "after" }
                );
                var posted = PostedSection.Read(section, form, OrganisationCatalogue.Load());
                posted.Errors.Single().FieldId.ShouldBe("document-valid-until");

                (await sections.SavePostedAsync(handle, world.NewId(), FormKind.Application, "return", posted, 1, null)).Saved.ShouldBeFalse();
                var saved = await sections.SavePostedAsync(handle, world.NewId(), FormKind.Application, "return", posted, 1, opened);

                saved.ShouldBe(new SectionSaved(true, 2));
                var read = await sections.ReadAsync(opened!, handle.Case, FormKind.Application, "return");
                read!.Value.Of("place").Values.ShouldBe(["after"]);
                read.Value.Of("document-valid-until").Values.ShouldBe(["2027-01-31"]);
            }
        );
    }

    [Theory, OnBothDatabases]
    public async Task A_child_by_its_date_of_birth_is_marked_and_an_adult_is_not(DatabaseKind kind)
    {
        await using var world = await ApplicationWorld.CreateAsync(kind);
        var almost = world.Today.AddYears(-18).AddDays(1);

        await world.SaveAsync("person", 0, ("birth-date", world.Today.AddYears(-18).ToString("yyyy-MM-dd")));
        (await world.ReadAsync(db => db.Set<UnaccompaniedMinor>().CountAsync())).ShouldBe(0);
        await world.SaveAsync("person", 1, ("birth-date", almost.ToString("yyyy-MM-dd")));
        await world.SaveAsync("person", 2, ("birth-date", almost.ToString("yyyy-MM-dd")));

        (await world.ReadAsync(db => db.Set<UnaccompaniedMinor>().CountAsync())).ShouldBe(1);
        (await world.ReadAsync(db => db.Set<Modules.Cases.Case>().SingleAsync())).Minor.ShouldBe(MinorStanding.SwedenResponsible);
    }

    [Theory, OnBothDatabases]
    public async Task What_no_form_could_have_posted_is_refused(DatabaseKind kind)
    {
        await using var world = await ApplicationWorld.CreateAsync(kind);

        await world.RefusedAsync("AnswerNotAllowed", () => world.SaveAsync("person", 0, ("nobody-asked", "x")));
        await world.RefusedAsync("AnswerNotAllowed", () => world.SaveAsync("person", 0, ("citizenship", "XX")));
    }
}
