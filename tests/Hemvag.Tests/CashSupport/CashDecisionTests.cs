using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Modules.CashSupport.Ending;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.TestKit.Databases;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;
using Case = Hemvag.Modules.Cases.Case;

namespace Hemvag.Tests.CashSupport;

/// <summary>Decisions as they are taken in: what they must fit, and that nobody is granted support twice.</summary>
public sealed class CashDecisionTests
{
    private static readonly CashPerson Anna = CashPeople.Person("Anna Maria", "Jabbar", new DateOnly(1990, 4, 4), "P100200", 30_000_00);

    [Theory, OnBothDatabases]
    public async Task A_decision_is_handed_to_iom_and_the_office_and_says_no_name(DatabaseKind kind)
    {
        await using var world = await CashWorld.CreateAsync(kind);
        var entry = CashPeople.Entry(world.Today, CashPeople.Family);
        var caseId = await world.EnterAsync(entry);
        var @case = await world.CaseAsync(caseId);
        (@case.Kind, @case.State, @case.Next, @case.CountryCode).ShouldBe(
            (ProgrammeKind.CashSupport, CaseState.Open, MilestoneKind.ReceiptConfirmed, "IQ")
        );
        @case.Number.ShouldStartWith("ÅES ");
        (await world.OpenWorkAsync(caseId, WorkItemKind.ConfirmReceipt)).ShouldHaveSingleItem().OrganisationId.ShouldBe(CashPeople.Helsinki);
        foreach (var (who, opens) in new[] { (CashPeople.Officer, true), (CashPeople.Caseworker, true), (CashPeople.Local, true) })
        {
            var handle = (await world.FindAsync(who, caseId)).ShouldNotBeNull();
            handle.May(CaseAction.SeeCash).ShouldBeTrue();
            handle.MayOpen(Compartment.Identity).ShouldBe(opens);
            handle.May(CaseAction.SeeApplication).ShouldBeFalse();
            handle.May(CaseAction.SeeTravel).ShouldBeFalse();
        }

        foreach (var stranger in new[] { CashPeople.OtherOfficer, CashPeople.Approver, CashPeople.OtherLocal })
        {
            (await world.FindAsync(stranger, caseId)).ShouldBeNull();
        }

        var events = await world.ReadAsync(db => db.Set<OperationEvent>().Select(e => e.Data).ToListAsync());
        foreach (var word in new[] { "Zaynab", "Hashimi", "A1234567", entry.DecisionNumber, "1988" })
        {
            events.ShouldNotContain(e => e.Contains(word, StringComparison.Ordinal));
        }

        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task What_a_decision_must_fit(DatabaseKind kind)
    {
        await using var world = await CashWorld.CreateAsync(kind);
        var good = CashPeople.Entry(world.Today, Anna);
        CashDecisionEntry With(CashPerson person, params IEnumerable<CashPerson> more) => good with { Family = [person, .. more] };
        var spouse = Anna with { Relation = CashRelation.SpouseOrCohabitant, DocumentNumber = null };
        var wrong = new (CashDecisionEntry Entry, string Refusal, string Field)[]
        {
            (good with { DecisionNumber = " " }, "DecisionNumberMissing", "Input.DecisionNumber"),
            (good with { DecisionNumber = "--/-" }, "DecisionNumberMissing", "Input.DecisionNumber"),
            (good with { DecidedOn = world.Today.AddDays(1) }, "DateInFuture", "Input.DecidedOn"),
            (good with { DecidedOn = world.Today.AddYears(-2) }, "DateTooEarly", "Input.DecidedOn"),
            (good with { DecidedOn = new DateOnly(2021, 12, 31) }, "NoVersionOnDay", "Input.DecidedOn"),
            (good with { OutcomeOn = world.Today }, "DaysNotInOrder", "Input.OutcomeOn"),
            (good with { AppliedOn = world.Today }, "DaysNotInOrder", "Input.AppliedOn"),
            (good with { PlannedReturnOn = good.DecidedOn.AddDays(-1) }, "DaysNotInOrder", "Input.PlannedReturnOn"),
            (good with { ReturnsWithAssistance = false }, "CriterionNotMet", "Input.ReturnsWithAssistance"),
            (good with { AppliedInSweden = false }, "CriterionNotMet", "Input.AppliedInSweden"),
            (good with { CountryCode = "AF" }, "CountryNotOnList", "Input.CountryCode"),
            (good with { OfficeId = CashPeople.Somalia }, "OfficeNotOfCountry", "Input.OfficeId"),
            (good with { Language = "xx" }, "SpokenLanguageUnknown", "Input.Language"),
            (good with { ConsentsToIom = false }, "ConsentsMissing", "Input.ConsentsToIom"),
            (good with { ConsentsToOffice = false }, "ConsentsMissing", "Input.ConsentsToOffice"),
            (good with { AppliedOn = world.Today.AddYears(-1).AddDays(-1) }, "ConsentTooOld", "Input.ConsentedOn"),
            (good with { ConsentedOn = world.Today.AddYears(-1).AddDays(-1) }, "ConsentTooOld", "Input.ConsentedOn"),
            (good with { ConsentedOn = world.Today.AddDays(1) }, "DateInFuture", "Input.ConsentedOn"),
            (good with { ConsentLanguage = "ar" }, "ConsentNotReviewed", "Input.ConsentLanguage"),
            (good with { Family = [] }, "ApplicantMissing", "Input.Family[0].Relation"),
            (With(spouse), "ApplicantMissing", "Input.Family[0].Relation"),
            (With(Anna, spouse, spouse with { GivenNames = "Bo" }), "OneSpouse", "Input.Family[2].Relation"),
            (With(Anna with { FamilyName = "" }), "FullNameMissing", "Input.Family[0].FamilyName"),
            (With(Anna with { BirthDate = world.Today }), "BirthDateWrong", "Input.Family[0].BirthDate"),
            (With(Anna with { Citizenship = "" }), "CitizenshipUnknown", "Input.Family[0].Citizenship"),
            (With(Anna with { Citizenship = "SE" }), "SwedishCitizen", "Input.Family[0].Citizenship"),
            (With(Anna, Anna with { Relation = CashRelation.Child }), "ChildIsAdult", "Input.Family[1].BirthDate"),
            (With(Anna with { GivenNames = "...", DocumentNumber = null }), "NothingToCompare", "Input.Family[0].DocumentNumber"),
            (With(Anna with { GivenNames = "-", DocumentNumber = "12" }), "NothingToCompare", "Input.Family[0].DocumentNumber"),
            (With(Anna with { BirthDate = new DateOnly(2015, 1, 1), AmountMinor = 15_000_00 }), "NoAdult", "Input.Family[0].BirthDate"),
            (With(Anna with { AmountMinor = 30_000_01 }), "AmountAboveMaximum", "Input.Family[0].Amount"),
            (With(Anna, spouse), "MemberTwice", "Input.Family[1].FamilyName"),
        };
        foreach (var (entry, refusal, field) in wrong)
        {
            var refused = await Assert.ThrowsAsync<RefusedException>(() => world.EnterAsync(entry));
            (refused.Refusal.Name, refused.Field).ShouldBe((refusal, field));
        }

        (await Assert.ThrowsAsync<RefusedException>(() => world.EnterAsync(good, CashPeople.Caseworker))).Refusal.Name.ShouldBe("NotYourDecision");
        (await world.ReadAsync(db => db.Set<Case>().CountAsync())).ShouldBe(0);
        // A country without an office: another one takes over.
        await world.EnterAsync(good with { CountryCode = "CF", OfficeId = CashPeople.Somalia });
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_is_granted_support_twice(DatabaseKind kind)
    {
        await using var world = await CashWorld.CreateAsync(kind);
        var caseId = await world.EnterAsync(Anna);
        var sameDocument = new[]
        {
            Anna,
            // A reason is no way past a document.
            Anna with
            {
                NotSame = NotSamePersonReason.OtherPhoto,
            },
            // The same paper under another name.
            CashPeople.Person("Beata", "Other", new DateOnly(1970, 1, 1), "p 100-200", 30_000_00),
        };
        foreach (var again in sameDocument)
        {
            (await RefusedAsync(world, again)).ShouldBe(("AlreadySupported", "Input.Family[0].DocumentNumber"));
        }

        // As a member of another family too.
        var applicant = CashPeople.Person("Cilla", "Hassan", new DateOnly(1980, 2, 2), null, 30_000_00);
        var asSpouse = Anna with { Relation = CashRelation.SpouseOrCohabitant };
        (await RefusedAsync(world, applicant, asSpouse)).ShouldBe(("AlreadySupported", "Input.Family[1].DocumentNumber"));

        // A decision that ends before anything is paid frees its people.
        await world.DoAsync<CashEndings>(CashPeople.Officer, caseId, (s, handle) => s.EndAsync(handle, world.NewId(), ClosingGround.DecisionRevoked));
        (await world.ReadAsync(db => db.Set<CashClaim>().AnyAsync(c => c.CaseId == caseId))).ShouldBeFalse();
        await world.EnterAsync(Anna);
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task Who_is_like_somebody_is_looked_at_each_alone_and_then_taken_in(DatabaseKind kind)
    {
        await using var world = await CashWorld.CreateAsync(kind);
        await world.EnterAsync(Anna);
        // Another spelling of the name, in another order, with the same day of birth and no paper: two people can have that.
        var sameDay = Anna with
        {
            GivenNames = "JABBAR",
            FamilyName = "Maria Anna",
            DocumentNumber = null,
        };
        (await RefusedAsync(world, sameDay)).ShouldBe(("MaybeSupported", "Input.Family[0].NotSame"));
        (await RefusedAsync(world, sameDay with { NotSame = NotSamePersonReason.OtherBirthDate })).ShouldBe(
            ("MaybeSupported", "Input.Family[0].NotSame")
        );
        // The number of a paper of another country is another paper.
        var elsewhere = CashPeople.Person("Beata", "Other", new DateOnly(1970, 1, 1), "P100200", 30_000_00, citizenship: "SO");
        (await RefusedAsync(world, elsewhere)).ShouldBe(("MaybeSupported", "Input.Family[0].NotSame"));

        // Name and year alone, and one reason for one person: the other is asked about too, and who is like nobody keeps none.
        var sameYear = Anna with
        {
            BirthDate = new DateOnly(1990, 12, 24),
            DocumentNumber = null,
        };
        var spouse = sameDay with { Relation = CashRelation.SpouseOrCohabitant };
        var first = sameYear with { NotSame = NotSamePersonReason.OtherBirthDate };
        (await RefusedAsync(world, first, spouse)).ShouldBe(("MaybeSupported", "Input.Family[1].NotSame"));
        var child = CashPeople.Person("Elif", "Jabbar", new DateOnly(2016, 3, 3), null, 15_000_00, CashRelation.Child);
        var caseId = await world.EnterAsync(
            first,
            spouse with
            {
                NotSame = NotSamePersonReason.OtherPhoto,
            },
            child with
            {
                NotSame = NotSamePersonReason.OtherDocument,
            }
        );
        (await world.MembersAsync(caseId))
            .Select(m => m.NotSame)
            .ShouldBe([NotSamePersonReason.OtherBirthDate, NotSamePersonReason.OtherPhoto, null]);
        (await world.ReadAsync(db => db.Set<OperationEvent>().CountAsync(e => e.Kind == nameof(CashPersonLookedAt)))).ShouldBe(2);
        await world.VerifyAsync();
    }

    [Theory, OnBothDatabases]
    public async Task A_decision_is_entered_once_however_its_number_is_written(DatabaseKind kind)
    {
        await using var world = await CashWorld.CreateAsync(kind);
        var entry = CashPeople.Entry(world.Today, Anna) with { DecisionNumber = "MV 12-34" };
        var caseId = await world.EnterAsync(entry);
        var other = CashPeople.Person("Beata", "Other", new DateOnly(1970, 1, 1), "X700101", 30_000_00);
        var again = CashPeople.Entry(world.Today, other) with { DecisionNumber = "mv1234" };
        var refused = await Assert.ThrowsAsync<RefusedException>(() => world.EnterAsync(again));
        (refused.Refusal.Name, refused.Field).ShouldBe(("DecisionEnteredAlready", "Input.DecisionNumber"));
        await world.DoAsync<CashEndings>(CashPeople.Officer, caseId, (s, handle) => s.EndAsync(handle, world.NewId(), ClosingGround.DecisionRevoked));
        await world.EnterAsync(again);
    }

    [Theory, OnBothDatabases]
    public async Task Once_is_once_under_a_new_key_too(DatabaseKind kind)
    {
        await using var world = await CashWorld.CreateAsync(kind);
        await world.EnterAsync(Anna);
        world.RotateKeys();
        (await RefusedAsync(world, Anna)).ShouldBe(("AlreadySupported", "Input.Family[0].DocumentNumber"));
        var later = await world.EnterAsync(CashPeople.Person("Beata", "Other", new DateOnly(1970, 1, 1), "X700101", 30_000_00));
        // Under both versions, so that a node or a decision of either meets it.
        var versions = await world.ReadAsync(db =>
            db.Set<CashClaim>()
                .Where(c => c.CaseId == later && c.Kind == MatchKind.DocumentAndCitizenship)
                .Select(c => c.RootKeyVersion)
                .ToListAsync()
        );
        versions.Order().ShouldBe([1, 2]);
    }

    private static async Task<(string, string?)> RefusedAsync(CashWorld world, params CashPerson[] family)
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(() => world.EnterAsync(family));
        return (refused.Refusal.Name, refused.Field);
    }

    [Theory, OnBothDatabases]
    public async Task A_consent_carries_the_day_it_was_given(DatabaseKind kind)
    {
        await using var world = await CashWorld.CreateAsync(kind);
        var entry = CashPeople.Entry(world.Today, Anna);
        var withIt = await world.EnterAsync(entry);
        var old = CashPeople.Entry(world.Today, Anna with { GivenNames = "Bodil", DocumentNumber = null, BirthDate = new DateOnly(1971, 5, 6) });
        var years = await world.EnterAsync(old with { AppliedOn = world.Today.AddYears(-3), ConsentedOn = world.Today.AddDays(-4) });
        foreach (var (caseId, day) in new[] { (withIt, entry.AppliedOn), (years, world.Today.AddDays(-4)) })
        {
            var days = await world.ReadAsync(db => db.Set<Consent>().Where(c => c.CaseId == caseId).Select(c => c.StartsOn).ToListAsync());
            days.ShouldBe([day, day]);
        }
    }

    [Theory, OnBothDatabases]
    public async Task Nobody_is_granted_support_twice_by_officers_at_the_same_time(DatabaseKind kind)
    {
        await using var world = await CashWorld.CreateAsync(kind);
        var tries = Enumerable
            .Range(0, 6)
            .Select(async i =>
            {
                try
                {
                    var entry = CashPeople.Entry(world.Today, Anna);
                    await world.AskAsync((CashDecisions s) => s.EnterAsync(CashPeople.Officer, world.NewId(), entry));
                    return "taken in";
                }
                catch (RefusedException refused)
                {
                    return refused.Refusal.Name;
                }
            });
        var answers = await Task.WhenAll(tries);
        answers.Count(a => a == "taken in").ShouldBe(1);
        answers.ShouldAllBe(a => a == "taken in" || a == "AlreadySupported" || a == "ManyAtOnce");
        (await world.ReadAsync(db => db.Set<Case>().CountAsync())).ShouldBe(1);
    }

    [Theory, OnBothDatabases]
    public async Task The_database_itself_refuses_a_second_claim(DatabaseKind kind)
    {
        await using var world = await CashWorld.CreateAsync(kind);
        await world.EnterAsync(Anna);
        var claim = await world.ReadAsync(db => db.Set<CashClaim>().AsNoTracking().FirstAsync(c => c.Kind == MatchKind.DocumentAndCitizenship));
        var again = new CashClaim
        {
            Id = world.NewId(),
            CaseId = claim.CaseId,
            MemberId = world.NewId(),
            Kind = claim.Kind,
            RootKeyVersion = claim.RootKeyVersion,
            Value = claim.Value,
        };
        var refused = await Assert.ThrowsAsync<RefusedException>(() =>
            world.DoAsync<CaseOperations>(
                CashPeople.Officer,
                claim.CaseId,
                (operations, handle) =>
                    operations.RunAsync(
                        handle,
                        world.NewId(),
                        "Test",
                        OperationNature.Fact,
                        work =>
                        {
                            work.Db.Add(again);
                            work.Record(new CashClaimsFreed(0));
                            return Task.CompletedTask;
                        }
                    )
            )
        );
        refused.Refusal.Name.ShouldBe("AlreadySupported");
    }
}
