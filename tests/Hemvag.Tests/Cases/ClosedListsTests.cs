using System.Net;
using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Consents;
using Hemvag.Modules.Programmes;
using Hemvag.TestKit.Databases;
using Hemvag.Tests.Assessments;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.Cases;

/// <summary>What stands in clear columns and events comes from closed lists, never from a keyboard.</summary>
public sealed class ClosedListsTests
{
    [Theory, OnBothDatabases]
    public async Task A_compartment_is_opened_for_a_known_purpose_alone(DatabaseKind kind)
    {
        await using var world = await AssessmentWorld.StartAsync(kind);
        var caseId = await world.OpenCaseAsync();
        using var client = await world.SignInAsync(AssessmentWorld.Coordinator);
        var form = (await client.GetAsync($"/cases/{caseId}/person")).ShouldBeOk().Form($"form[action='/cases/{caseId}/open']:has([name='Purpose'])");
        (await form.Forge("Purpose", "AnnaPetrovaFromIasi19940517").SubmitOnceAsync()).ShouldBe(HttpStatusCode.BadRequest);
        (await world.ReadAsync(db => db.Set<Opening>().CountAsync(o => o.CaseId == caseId))).ShouldBe(0);
        (await form.Forge("Purpose", "person").SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory, OnBothDatabases]
    public async Task A_consent_is_read_in_a_known_language(DatabaseKind kind)
    {
        await using var world = await AssessmentWorld.StartAsync(kind);
        var caseId = await world.OpenCaseAsync();
        Task GiveAsync(string language) =>
            world.RunAsync(
                caseId,
                AssessmentWorld.Coordinator,
                work =>
                    ConsentWriting.AddAsync(
                        work,
                        new ConsentRequest(
                            ConsentPurpose.ExchangeWithIom,
                            [AssessmentWorld.IomFinlandId],
                            work.Programme.Consent(ConsentPurpose.ExchangeWithIom).Widest,
                            language,
                            "X",
                            ConsentForm.Oral,
                            ConsentPrompts.Needed,
                            work.Today,
                            null,
                            null,
                            null
                        )
                        {
                            InterpreterAccepted = true,
                        }
                    )
            );
        (await Assert.ThrowsAsync<RefusedException>(() => GiveAsync("Natalia"))).Refusal.Name.ShouldBe("SpokenLanguageUnknown");
        await GiveAsync("ro");
    }
}
