using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Tests.FollowUp;

namespace Hemvag.Tests.CashSupport;

/// <summary>A case of the return programme of someone who is granted cash support too.</summary>
internal static class BothSchemes
{
    /// <summary>IOM Finland's caseworkers see it, or the one who is named; Migrationsverket does not.</summary>
    public static async Task<Guid> OpenAsync(CashWorld world, CashPerson person, CurrentAccount? caseworker = null)
    {
        var caseId = world.NewId();
        var tokens = await world.AskAsync((PersonTokens s) => Task.FromResult(s));
        await world.AskAsync(
            (CaseOperations operations) =>
                operations.OpenAsync(
                    FollowUpPeople.Coordinator,
                    world.NewId(),
                    caseId,
                    "OpenMatter",
                    work => Task.FromResult(FollowUpCase.Make(caseId, work.Now)),
                    async work =>
                    {
                        await FollowUpCase.FillAsync(work, caseworker?.Id);
                        FollowUpCase.Consent(work, ConsentPurpose.ExchangeWithIom, Compartments.All, FollowUpPeople.Helsinki);
                        var identity = new IdentityPayload(
                            null,
                            person.GivenNames,
                            person.FamilyName,
                            person.BirthDate,
                            person.Citizenship,
                            null,
                            person.DocumentNumber
                        );
                        await work.SealAsync(Compartment.Identity, IdentityPayload.Subject, identity, null);
                        await tokens.WriteAsync(work, identity);
                    }
                )
        );
        return caseId;
    }
}
