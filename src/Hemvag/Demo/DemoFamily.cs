using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Documents;
using Hemvag.Modules.Cases.Guardians;
using Hemvag.Modules.Children;
using Hemvag.Modules.Children.Accompanying;
using Hemvag.Modules.Children.Guardians;
using Hemvag.Modules.Children.Minors;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Demo;

/// <summary>What an invented case of a family, or of a child who returns alone, asks for beside the rest.</summary>
internal sealed class DemoFamily(DemoStageHand hand)
{
    private const string Iom = "iom-1";

    private DateOnly Today => DateOnly.FromDateTime(hand.Clock.GetUtcNow().UtcDateTime);

    /// <summary>The children spoken of at the first contact get a name, a custodian's yes and a voice; a child alone gets a guardian.</summary>
    /// <param name="shownVersion">Of who the children are, where that was written before.</param>
    public async Task MeetAsync(DemoCase person, Guid caseId, int shownVersion = 0)
    {
        if (person.IsMinor)
        {
            await AddGuardianAsync(person, caseId, GuardianKind.AppointedGuardian, StandsFor.Person, "Ragnhild Enefors");
        }

        if (person.Children > 0)
        {
            await AddGuardianAsync(person, caseId, GuardianKind.Custodian, StandsFor.EveryChild, $"Bogdan {person.FamilyName}");
        }

        foreach (var child in await ChildrenAsync(caseId))
        {
            await MeetChildAsync(person, caseId, child, shownVersion);
        }
    }

    /// <summary>The guardian's signature beside the application.</summary>
    public async Task SignAsync(DemoCase person, Guid caseId)
    {
        if (!person.IsMinor)
        {
            return;
        }

        var guardian = (await GuardiansAsync(caseId))[0];
        await hand.ActAsync(
            person.Coordinator,
            caseId,
            (scope, handle, id) => scope.GetRequiredService<MinorKeeping>().SignAsync(handle, id, guardian.Id, Today, Sheet("underskrift.pdf"))
        );
    }

    /// <summary>IOM Finland decides on support for each child: yes for the first, no for the others. For a child alone the Swedish authority says yes.</summary>
    public async Task DecideAsync(DemoCase person, Guid caseId)
    {
        foreach (var child in await ChildrenAsync(caseId))
        {
            var gets = child.Ordinal == 1;
            await hand.ActAsync(
                Iom,
                caseId,
                (scope, handle, id) =>
                    scope
                        .GetRequiredService<DecidingSupport>()
                        .DecideAsync(
                            handle,
                            id,
                            child.Id,
                            new SupportOrder(gets, Today, gets ? "School begins in the autumn." : "Lives with the grandmother, who provides.", null)
                        )
            );
        }

        if (person.IsMinor)
        {
            await DecideBestInterestsAsync(person, caseId, DecisionSide.Sweden, "Socialnämnden i Almvik");
        }
    }

    public Task DecideBestInterestsAsync(DemoCase person, Guid caseId, DecisionSide side, string authority) =>
        hand.ActAsync(
            person.Coordinator,
            caseId,
            (scope, handle, id) =>
                scope
                    .GetRequiredService<MinorKeeping>()
                    .DecideAsync(
                        handle,
                        id,
                        new BestInterestsOrder(side, true, Today, new BestInterestsPayload(authority, null, "Mormor tar emot. Skola finns.")),
                        null
                    )
        );

    public Task NameReceiverAsync(DemoCase person, Guid caseId) =>
        hand.ActAsync(
            person.Coordinator,
            caseId,
            (scope, handle, id) =>
                scope
                    .GetRequiredService<MinorKeeping>()
                    .NameReceiverAsync(handle, id, new ReceivingPayload("Child protection, district office", null, null), 0)
        );

    public Task ConfirmTakenOverAsync(DemoCase person, Guid caseId) =>
        hand.ActAsync(
            person.Coordinator,
            caseId,
            (scope, handle, id) => scope.GetRequiredService<MinorKeeping>().ConfirmTakenOverAsync(handle, id, Today)
        );

    public Task<List<AccompanyingChild>> ChildrenAsync(Guid caseId) =>
        hand.DoAsync(
            Iom,
            (scope, _, _) =>
                scope
                    .GetRequiredService<HemvagDbContext>()
                    .Set<AccompanyingChild>()
                    .AsNoTracking()
                    .Where(c => c.CaseId == caseId)
                    .OrderBy(c => c.Ordinal)
                    .ToListAsync()
        );

    public Task<List<Guardian>> GuardiansAsync(Guid caseId) =>
        hand.DoAsync(
            Iom,
            (scope, _, _) =>
                scope
                    .GetRequiredService<HemvagDbContext>()
                    .Set<Guardian>()
                    .AsNoTracking()
                    .Where(g => g.CaseId == caseId)
                    .OrderBy(g => g.Number)
                    .ToListAsync()
        );

    private async Task MeetChildAsync(DemoCase person, Guid caseId, AccompanyingChild child, int shownVersion)
    {
        var born = Today.AddYears(child.Ordinal == 1 ? -9 : -4);
        await hand.ActAsync(
            person.Coordinator,
            caseId,
            (scope, handle, id) =>
                scope
                    .GetRequiredService<ChildKeeping>()
                    .SaveIdentityAsync(
                        handle,
                        id,
                        child.Id,
                        new ChildIdentityPayload(child.Ordinal == 1 ? "Mara" : "Luca", person.FamilyName, born, person.Country, null),
                        shownVersion
                    )
        );
        var custodian = (await GuardiansAsync(caseId))[0];
        await hand.ActAsync(
            person.Coordinator,
            caseId,
            (scope, handle, id) =>
                scope
                    .GetRequiredService<CustodyKeeping>()
                    .SettleAsync(
                        handle,
                        id,
                        child.Id,
                        new CustodyOrder(CustodyGround.AllCustodiansAgree, Today, [custodian.Id], null, null, null, CustodyShown.Nothing),
                        null
                    )
        );
        // That a child is too young to be asked is measured by its date of birth.
        await hand.ActAsync(person.Coordinator, caseId, (scope, handle, _) => hand.OpenAsync(scope, handle, CaseLinks.Children));
        var view = child.Ordinal == 1 ? ChildView.Yes : ChildView.TooYoung;
        var age = CustodyRules.AgeOn(born, Today);
        await hand.ActAsync(
            person.Coordinator,
            caseId,
            (scope, handle, id) =>
                scope
                    .GetRequiredService<ChildKeeping>()
                    .HearAsync(handle, id, child.Id, new ViewOrder(age, view, Today, "Vill hem till mormors hund.", null))
        );
    }

    private Task AddGuardianAsync(DemoCase person, Guid caseId, GuardianKind kind, StandsFor whom, string name) =>
        hand.ActAsync(
            person.Coordinator,
            caseId,
            (scope, handle, id) =>
                scope.GetRequiredService<GuardianKeeping>().AddAsync(handle, id, kind, new ForWhom(whom), null, new GuardianPayload(name, null, null))
        );

    private static UploadedFile Sheet(string name) => new(name, "%PDF-1.4\n% demo\n"u8.ToArray());
}
