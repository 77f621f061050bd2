using Hemvag.Data;
using Hemvag.Modules.Applications.Certificates;
using Hemvag.Modules.Applications.Referrals;
using Hemvag.Modules.Applications.Signing;
using Hemvag.Modules.Applications.Support;
using Hemvag.Modules.Assessments.Concluding;
using Hemvag.Modules.Assessments.Eligibility;
using Hemvag.Modules.Assessments.Information;
using Hemvag.Modules.Assessments.Investigation;
using Hemvag.Modules.Assessments.Risks;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Consents;
using Hemvag.Modules.Cases.Disclosures;
using Hemvag.Modules.Cases.Disclosures.WithoutConsent;
using Hemvag.Modules.Cases.Documents;
using Hemvag.Modules.Cases.EarlierVersions;
using Hemvag.Modules.Cases.Forms;
using Hemvag.Modules.Cases.Matters;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Cases.Stopping;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;

namespace Hemvag.Demo;

/// <summary>The first half of an invented case, from first contact until IOM Finland has answered. Each act is done by the services the pages use.</summary>
internal sealed class DemoStory(DemoStageHand hand, OrganisationCatalogue organisations)
{
    private const string Iom = "iom-1";

    private DateOnly Today => DateOnly.FromDateTime(hand.Clock.GetUtcNow().UtcDateTime);

    public Task<Guid> FirstContactAsync(DemoCase person) =>
        hand.DoAsync(
            person.Stage == DemoStage.Inbox ? "social-1" : person.Coordinator,
            (scope, account, id) =>
                scope
                    .GetRequiredService<MatterService>()
                    .OpenAsync(
                        account,
                        id,
                        new MatterRequest(
                            Region(person),
                            Today,
                            ContactChannel.Phone,
                            !person.IsMinor,
                            person.Children > 0,
                            true,
                            ConsentForm.Oral,
                            person.Language is "sv" or "en" ? person.Language : "en",
                            null,
                            false,
                            new IdentityPayload(
                                person.Pseudonym,
                                person.GivenNames,
                                person.FamilyName,
                                person.IsMinor ? Today.AddYears(-16) : new DateOnly(1994, 5, 17),
                                person.Country,
                                "hen"
                            ),
                            new ContactPayload(
                                person.Phone,
                                "Vardagar 10–12. Aldrig kvällar.",
                                "Säg att numret blev fel. Lämna inget meddelande.",
                                "Blå dörr",
                                null,
                                person.Language,
                                true
                            ),
                            "Vill veta vilket stöd som finns.",
                            person.Stage != DemoStage.Inbox,
                            person.Children > 0 ? person.Children : null
                        )
                    )
        );

    /// <summary>A case that began under an earlier version, with the authority that helps let in by the person's yes.</summary>
    public async Task<Guid> EnterEarlierAsync(DemoCase person)
    {
        var first = new DateOnly(2017, 11, 6);
        var caseId = await hand.DoAsync(
            person.Coordinator,
            (scope, account, id) =>
                scope
                    .GetRequiredService<EarlierCases>()
                    .OpenAsync(
                        account,
                        id,
                        new EarlierCaseRequest(
                            person.Version!,
                            new IdentityPayload(person.Pseudonym, person.GivenNames, person.FamilyName, null, person.Country, "hen"),
                            new Dictionary<MilestoneKind, DateOnly> { [MilestoneKind.FirstContact] = first },
                            null,
                            "Pappersakten finns i närarkivet."
                        )
                    )
        );
        await ConsentAsync(person, caseId, ConsentPurpose.FirstContact, Region(person));
        await ConsentAsync(person, caseId, ConsentPurpose.ExchangeBetweenSwedishAuthorities, DemoPeople.OrganisationIdOf(DemoPeople.SocialServices));
        return caseId;
    }

    public async Task DecideAsync(DemoCase person, Guid caseId)
    {
        var rule = (await hand.VersionAsync(person.Coordinator, caseId)).Eligibility;
        var met = rule.Criteria.ToDictionary(c => c.Id, _ => CriterionAnswer.Met);
        await hand.ActAsync(
            person.Coordinator,
            caseId,
            (scope, handle, id) =>
                scope
                    .GetRequiredService<EligibilityDecisions>()
                    .DecideAsync(
                        handle,
                        id,
                        true,
                        Today,
                        new EligibilityReasons(met, DestinationKind.HomeCountry, null, "Villkoren är uppfyllda.", null)
                    )
        );
        await hand.ActAsync(
            person.Coordinator,
            caseId,
            (scope, handle, id) => scope.GetRequiredService<PersonService>().SetCountryAsync(handle, id, null, person.Country)
        );
    }

    public async Task InformAsync(DemoCase person, Guid caseId) =>
        await hand.ActAsync(
            await WhoAsync(person, caseId, CaseAction.RecordInformation),
            caseId,
            (scope, handle, id) =>
                scope
                    .GetRequiredService<Conversations>()
                    .RecordAsync(
                        handle,
                        id,
                        new ConversationAnswers(
                            Today,
                            [.. handle.Programme.Information.Select(t => t.Id)],
                            "en",
                            ConsentReading.ReviewedText,
                            new ConversationNotes(null, null)
                        )
                    )
        );

    public async Task ApplyAsync(DemoCase person, Guid caseId)
    {
        await FillAsync(await WhoAsync(person, caseId, CaseAction.EditApplication), caseId, FormKind.Application);
        await AddRisksAsync(person, caseId);
        await hand.ActAsync(
            await WhoAsync(person, caseId, CaseAction.SignApplication),
            caseId,
            async (scope, handle, id) =>
            {
                var opened = await hand.OpenAsync(scope, handle, "application");
                var shown = await SignedDigest.OfAsync(scope.GetRequiredService<HemvagDbContext>(), caseId);
                await scope.GetRequiredService<ApplicationSigning>().SignAsync(handle, id, shown.Hex, opened);
            }
        );
        await hand.ActAsync(
            await WhoAsync(person, caseId, CaseAction.EditApplication),
            caseId,
            (scope, handle, id) =>
                scope
                    .GetRequiredService<CertificateRecording>()
                    .RecordAsync(
                        handle,
                        id,
                        new CertificateRequest(Today, "en", null, false, [.. handle.Programme.Declarations.Select(d => d.Id)]),
                        new UploadedFile("intyg.pdf", "%PDF-1.4\n% demo\n"u8.ToArray())
                    )
        );
    }

    public async Task ReferAsync(DemoCase person, Guid caseId)
    {
        await ConsentAsync(
            person,
            caseId,
            ConsentPurpose.ExchangeWithIom,
            organisations.Organisations.Single(o => o.Kind == OrganisationKind.IomFinland).Id
        );
        await hand.ActAsync(
            await WhoAsync(person, caseId, CaseAction.Refer),
            caseId,
            (scope, handle, id) => scope.GetRequiredService<ReferralService>().SendAsync(handle, id, null)
        );
    }

    public async Task AnswerAsync(DemoCase person, Guid caseId)
    {
        await hand.ActAsync(
            Iom,
            caseId,
            (scope, handle, id) =>
                scope
                    .GetRequiredService<ReferralService>()
                    .ConfirmReceiptAsync(handle, id, Today, "We have received the referral and will answer within a week.")
        );
        await hand.ActAsync(
            Iom,
            caseId,
            (scope, handle, id) =>
                scope
                    .GetRequiredService<SupportService>()
                    .AnswerAsync(
                        handle,
                        id,
                        [.. handle.Programme.Support.Select(s => new SupportAnswered(s.Kind, SupportAvailability.Available, null, null))]
                    )
        );
    }

    public Task ConsentAsync(DemoCase person, Guid caseId, ConsentPurpose purpose, params Guid[] recipients) =>
        hand.ActAsync(
            person.Coordinator,
            caseId,
            async (scope, handle, id) =>
                await scope
                    .GetRequiredService<ConsentService>()
                    .GiveAsync(
                        handle,
                        id,
                        new ConsentRequest(
                            purpose,
                            recipients,
                            handle.Programme.Consent(purpose).Widest,
                            "en",
                            null,
                            ConsentForm.Written,
                            ConsentPrompts.Needed,
                            Today,
                            null,
                            null,
                            null
                        )
                        {
                            GuardianId = await GuardianAsync(scope, handle),
                            Assent = handle.Case.Minor is null ? null : ChildAssent.Given,
                        },
                        null
                    )
        );

    // A child says yes through its guardian, beside its own.
    private static async Task<Guid?> GuardianAsync(IServiceProvider scope, CaseHandle handle) =>
        handle.Case.Minor is null ? null : (await scope.GetRequiredService<ConsentQueries>().GuardiansAsync(handle))[0].Id;

    public async Task AssessAsync(DemoCase person, Guid caseId)
    {
        await FillAsync(Iom, caseId, FormKind.NeedsInventory);
        await hand.ActAsync(
            Iom,
            caseId,
            (scope, handle, id) =>
                scope.GetRequiredService<Conclusions>().ConcludeAsync(handle, id, AssessmentPart.Needs, ConclusionOutcome.Assessed, null, Today)
        );
        await hand.ActAsync(
            Iom,
            caseId,
            (scope, handle, id) =>
                scope
                    .GetRequiredService<Conclusions>()
                    .ConcludeAsync(handle, id, AssessmentPart.Health, ConclusionOutcome.Assessed, TravelFitness.Yes, Today)
        );
        await hand.ActAsync(
            person.Coordinator,
            caseId,
            (scope, handle, id) => scope.GetRequiredService<InvestigationAnswers>().RecordAsync(handle, id, InvestigationAnswer.No, null, Today, null)
        );
    }

    public Task StopAsync(DemoCase person, Guid caseId) =>
        hand.ActAsync(person.Coordinator, caseId, (scope, handle, id) => scope.GetRequiredService<StopService>().StopAsync(handle, id));

    /// <summary>On the way the person takes back the yes to the office: it keeps the meeting alone, and answers for what it has.</summary>
    public async Task WithdrawOfficeAsync(DemoCase person, Guid caseId)
    {
        var local = $"{person.Local}-1";
        await hand.ActAsync(local, caseId, (scope, handle, _) => hand.OpenAsync(scope, handle, "travel"));
        await hand.ActAsync(
            person.Coordinator,
            caseId,
            async (scope, handle, id) =>
            {
                var consents = await scope.GetRequiredService<ConsentQueries>().AllAsync(handle);
                var office = consents.First(c => c.Consent is { Purpose: ConsentPurpose.ContactWithLocalOffice, WithdrawnAt: null });
                await scope.GetRequiredService<ConsentService>().WithdrawAsync(handle, id, office.Consent.Id);
            }
        );
    }

    public Task AskDisclosureAsync(DemoCase person, Guid caseId, string by) =>
        hand.ActAsync(
            person.Coordinator,
            caseId,
            (scope, handle, id) =>
                scope
                    .GetRequiredService<DisclosingWithoutConsent>()
                    .AskAsync(
                        handle,
                        id,
                        new DisclosureOrder(
                            DemoPeople.OrganisationIdOf(DemoPeople.SocialServices),
                            DisclosureGround.DutyToDisclose,
                            Compartment.Protection,
                            DemoAccounts.IdOf(by),
                            "Socialtjänsten frågar enligt lag. Personen är på väg och kan inte nås."
                        )
                    )
        );

    private async Task FillAsync(string who, Guid caseId, FormKind kind)
    {
        foreach (var section in (await hand.VersionAsync(who, caseId)).Form(kind).Sections.Take(2))
        {
            var answers = section
                .Fields.Where(f => f.Kind is FieldKind.Text or FieldKind.LongText)
                .Take(1)
                .ToDictionary(f => f.Id, _ => FieldAnswer.Of("Talar gärna om det här på eget språk."));
            await hand.ActAsync(
                who,
                caseId,
                (scope, handle, id) => scope.GetRequiredService<FormSections>().SaveAsync(handle, id, kind, section.Id, answers, 0)
            );
        }
    }

    private async Task AddRisksAsync(DemoCase person, Guid caseId)
    {
        var words = (await hand.VersionAsync(person.Coordinator, caseId)).Risks;
        var owner = new RiskOwner(Region(person), Role.RegionalCoordinator, DemoAccounts.IdOf(person.Coordinator));
        for (var i = 0; i < 3; i++)
        {
            var row = i;
            var codes = new RiskCodes(
                words.Phases[row % words.Phases.Count].Id,
                words.Categories[row % words.Categories.Count].Id,
                words.Likelihoods[row % words.Likelihoods.Count].Id,
                words.Consequences[row % words.Consequences.Count].Id,
                words.Likelihoods[0].Id,
                words.Consequences[0].Id,
                owner,
                Today.AddDays(280 + row)
            );
            await hand.ActAsync(
                person.Coordinator,
                caseId,
                (scope, handle, id) =>
                    scope
                        .GetRequiredService<RiskTable>()
                        .AddAsync(
                            handle,
                            id,
                            codes,
                            new RiskTexts("Okända personer kan vänta vid ankomsten.", "Samtal med personen", "Möte av lokalkontoret vid grinden.")
                        )
            );
        }
    }

    private Task<string> WhoAsync(DemoCase person, Guid caseId, CaseAction action) =>
        hand.WhoMayAsync(caseId, action, person.Coordinator, "social-1", Iom);

    private Guid Region(DemoCase person) => organisations.Region(person.Coordinator.Split('-')[0])!.Id;
}
