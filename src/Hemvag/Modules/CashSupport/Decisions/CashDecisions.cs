using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Consents;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Sealing;

namespace Hemvag.Modules.CashSupport.Decisions;

/// <summary>
/// Takes in a decision of Migrationsverket and hands it to IOM Finland in the same save (S4.17–S4.21). Both consents are given with the
/// application (S4.20); without them there is nobody to hand it to.
/// </summary>
internal sealed class CashDecisions(
    CaseOperations operations,
    ProgrammeCatalogue programmes,
    DecisionChecks checks,
    CashClaiming claiming,
    PersonTokens tokens
)
{
    /// <returns>The id of the case; the same id when the same form comes twice.</returns>
    /// <exception cref="RefusedException">
    /// NotYourDecision, NoVersionOnDay, what <see cref="DecisionChecks"/> refuses, AlreadySupported, MaybeSupported, MemberTwice,
    /// DecisionEnteredAlready. Each names its field as <c>Input.…</c>.
    /// </exception>
    public async Task<Guid> EnterAsync(CurrentAccount account, Guid operationId, CashDecisionEntry entry)
    {
        var caseId = CaseIds.From(operationId);
        var version = VersionOf(account, entry);
        await checks.RequireAsync(account, entry, version);
        await operations.OpenAsync(
            account,
            operationId,
            caseId,
            "EnterCashDecision",
            async work =>
            {
                var today = LocalDates.Today(work.Now, account.Zone);
                var (number, name) = await CaseNumbers.TakeAsync(work.Db, version.CaseNumberPrefix, today.Year);
                return new Case
                {
                    Id = caseId,
                    Number = number,
                    NeutralName = name,
                    ProgrammeId = version.Id,
                    Kind = ProgrammeKind.CashSupport,
                    RegionId = account.OrganisationId,
                    HolderId = account.Id,
                    CountryCode = entry.CountryCode,
                    LocalOfficeId = entry.OfficeId,
                    OpenedAt = work.Now,
                    OpenedBy = account.Id,
                };
            },
            work => FillAsync(work, account, entry)
        );
        return caseId;
    }

    /// <summary>Whether the account decides: Migrationsverket's officers do (S4.21).</summary>
    public static bool Decides(CurrentAccount account, ProgrammeVersion version) =>
        account.Is(Role.MigrationOfficer) && account.OrganisationId == StableId.Of("organisation:" + version.Gatekeeper.Organisation);

    private ProgrammeVersion VersionOf(CurrentAccount account, CashDecisionEntry entry)
    {
        var version =
            programmes.FindInForce(entry.DecidedOn, ProgrammeKind.CashSupport)
            ?? throw new RefusedException(CashRefusals.NoVersionOnDay, CashFields.Of(nameof(entry.DecidedOn)));
        return Decides(account, version) ? version : throw new RefusedException(CashRefusals.NotYourDecision);
    }

    private async Task FillAsync(CaseWork work, CurrentAccount account, CashDecisionEntry entry)
    {
        work.Record(new MatterOpened(work.Case.Number, work.Case.NeutralName, work.Case.ProgrammeId, account.OrganisationId, Pseudonym: false));
        await work.AddParticipantAsync(account.OrganisationId, account.Id, Role.MigrationOfficer, restsOn: null);
        await GiveConsentsAsync(work, entry);
        await work.AddParticipantAsync(IomFinland.Id, null, Role.IomCaseworker, ConsentPurpose.ExchangeWithIom);
        await work.AddParticipantAsync(entry.OfficeId, null, Role.LocalOfficeWorker, ConsentPurpose.ContactWithLocalOffice);
        await SealPersonAsync(work, entry);
        var members = AddFamily(work, entry);
        await claiming.ClaimAsync(work, entry.DecisionNumber, [.. members.Zip(entry.Family)]);
        await SealFamilyAsync(work, entry, members);
        await AddDecisionAsync(work, account, entry);
        await work.ReachAsync(MilestoneKind.FirstContact, entry.AppliedOn);
        await work.ReachAsync(MilestoneKind.EligibilityDecided, entry.DecidedOn);
        await work.ReachAsync(MilestoneKind.Referred, work.Today);
        await work.AskAsync(
            new WorkAsked(
                WorkItemKind.ConfirmReceipt,
                Urgency.Money,
                Role.IomCaseworker,
                IomFinland.Id,
                null,
                CashPages.Receipt,
                LocalDates.NextWorkingDay(work.Today)
            )
        );
    }

    private static async Task GiveConsentsAsync(CaseWork work, CashDecisionEntry entry)
    {
        foreach (
            var (purpose, recipient) in new[]
            {
                (ConsentPurpose.ExchangeWithIom, IomFinland.Id),
                (ConsentPurpose.ContactWithLocalOffice, entry.OfficeId),
            }
        )
        {
            await ConsentWriting.AddAsync(
                work,
                new ConsentRequest(
                    purpose,
                    [recipient],
                    work.Programme.Consent(purpose).Widest,
                    entry.ConsentLanguage!,
                    null,
                    ConsentForm.Written,
                    ConsentPromptsAsked.NeededFor(purpose),
                    entry.ConsentsOn,
                    null,
                    null,
                    null
                )
            );
        }
    }

    private async Task SealPersonAsync(CaseWork work, CashDecisionEntry entry)
    {
        var applicant = entry.Family[0];
        var identity = new IdentityPayload(
            null,
            applicant.GivenNames,
            applicant.FamilyName,
            applicant.BirthDate,
            applicant.Citizenship,
            null,
            applicant.DocumentNumber
        );
        var sealedIdentity = await work.SealAsync(Compartment.Identity, IdentityPayload.Subject, identity, null);
        work.Record(new PersonRecorded(Compartment.Identity, sealedIdentity.Id, sealedIdentity.Version));
        await tokens.WriteAsync(work, identity);
        var contact = new ContactPayload(entry.Phone, null, null, null, null, entry.Language, null);
        var sealedContact = await work.SealAsync(Compartment.Contact, ContactPayload.Subject, contact, null);
        work.Record(new PersonRecorded(Compartment.Contact, sealedContact.Id, sealedContact.Version));
        await tokens.WriteAsync(work, contact);
    }

    private static List<CashFamilyMember> AddFamily(CaseWork work, CashDecisionEntry entry)
    {
        var members = entry
            .Family.Select(
                (person, index) =>
                    new CashFamilyMember
                    {
                        Id = work.NewId(),
                        CaseId = work.Case.Id,
                        Ordinal = index + 1,
                        Relation = person.Relation,
                        IsAdult = CashRules.IsAdult(person.BirthDate, entry.DecidedOn),
                        AmountMinor = person.AmountMinor,
                    }
            )
            .ToList();
        work.Db.AddRange(members);
        return members;
    }

    private static async Task SealFamilyAsync(CaseWork work, CashDecisionEntry entry, List<CashFamilyMember> members)
    {
        for (var index = 1; index < members.Count; index++)
        {
            var person = entry.Family[index];
            var payload = new CashMemberPayload(person.GivenNames, person.FamilyName, person.BirthDate, person.Citizenship, person.DocumentNumber);
            var subject = CashMemberPayload.SubjectOf(members[index].Id);
            var record = await work.SealAsync(Compartment.Identity, subject, payload, null);
            work.Record(new RecordSealed(subject, record.Id, record.Version));
        }
    }

    private static async Task AddDecisionAsync(CaseWork work, CurrentAccount account, CashDecisionEntry entry)
    {
        var payload = new CashDecisionPayload(
            entry.DecisionNumber,
            entry.DecidedOn,
            entry.Outcome,
            entry.OutcomeOn,
            entry.AppliedOn,
            entry.PlannedReturnOn
        );
        var record = await work.SealAsync(Compartment.Identity, CashDecisionPayload.Subject, payload, null);
        var decision = new CashDecision
        {
            Id = work.NewId(),
            CaseId = work.Case.Id,
            EnteredBy = account.Id,
            EnteredAt = work.Now,
            AsylumEnded = entry.HasOutcome,
            ReturnsVoluntarily = entry.ReturnsWithAssistance,
            CountryOnList = CashRules.IsOnList(work.Programme, entry.CountryCode, entry.DecidedOn),
            AppliedInSweden = entry.AppliedInSweden,
            TotalMinor = entry.Family.Sum(p => p.AmountMinor),
        };
        work.Db.Add(decision);
        work.Record(new CashDecisionEntered(decision.Id, record.Id, entry.Family.Count, decision.TotalMinor, work.Programme.Entitlements.Currency));
    }
}
