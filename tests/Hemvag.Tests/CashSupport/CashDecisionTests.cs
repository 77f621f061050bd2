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
        var caseId = await world.EnterAsync(CashPeople.Family);
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
        foreach (var word in new[] { "Zaynab", "Hashimi", "A1234567", "2-123456", "1988" })
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
        var strong = new[]
        {
            Anna,
            // Another spelling of the name, in another order, with the same day of birth and no paper.
            Anna with
            {
                GivenNames = "JABBAR",
                FamilyName = "Maria Anna",
                DocumentNumber = null,
            },
            // The same paper under another name.
            CashPeople.Person("Beata", "Other", new DateOnly(1970, 1, 1), "p 100-200", 30_000_00),
        };
        foreach (var again in strong)
        {
            var refused = await Assert.ThrowsAsync<RefusedException>(() => world.EnterAsync(again));
            (refused.Refusal.Name, refused.Field).ShouldBe(("AlreadySupported", "Input.Family[0].FamilyName"));
        }

        // As a member of another family too.
        var applicant = CashPeople.Person("Cilla", "Hassan", new DateOnly(1980, 2, 2), null, 30_000_00);
        var asSpouse = Anna with { Relation = CashRelation.SpouseOrCohabitant };
        (await Assert.ThrowsAsync<RefusedException>(() => world.EnterAsync(applicant, asSpouse))).Field.ShouldBe("Input.Family[1].FamilyName");

        // Like name and year: looked at, and then taken in with how it is known.
        var alike = Anna with
        {
            BirthDate = new DateOnly(1990, 12, 24),
            DocumentNumber = null,
        };
        (await Assert.ThrowsAsync<RefusedException>(() => world.EnterAsync(alike))).Refusal.Name.ShouldBe("MaybeSupported");
        var entry = CashPeople.Entry(world.Today, alike) with { NotSamePersonReason = NotSamePersonReason.OtherBirthDate };
        var other = await world.EnterAsync(entry);
        (await world.ReadAsync(db => db.Set<CashDecision>().SingleAsync(d => d.CaseId == other))).NotSamePerson.ShouldBe(
            NotSamePersonReason.OtherBirthDate
        );

        // A decision that ends before anything is paid frees its people.
        await world.DoAsync<CashEndings>(CashPeople.Officer, caseId, (s, handle) => s.EndAsync(handle, world.NewId(), ClosingGround.DecisionRevoked));
        (await world.ReadAsync(db => db.Set<CashClaim>().AnyAsync(c => c.CaseId == caseId))).ShouldBeFalse();
        await world.EnterAsync(CashPeople.Entry(world.Today, Anna) with { NotSamePersonReason = NotSamePersonReason.OtherBirthDate });
        await world.VerifyAsync();
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
        var claim = await world.ReadAsync(db => db.Set<CashClaim>().AsNoTracking().FirstAsync(c => c.Kind == MatchKind.DocumentNumber));
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
