using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Documents;
using Hemvag.Modules.Cases.Guardians;
using Hemvag.Modules.Cases.Person;
using Hemvag.Sealing;

namespace Hemvag.Modules.Children.Accompanying;

/// <summary>What it rests on that a child may travel.</summary>
/// <param name="SaidYes">The guardians who have said yes.</param>
/// <param name="Authority">The court or board; needed for its decision.</param>
internal sealed record CustodyOrder(
    CustodyGround Ground,
    DateOnly On,
    IReadOnlyList<Guid> SaidYes,
    string? Authority,
    string? Reference,
    string? Notes
);

/// <summary>How a child was heard.</summary>
internal sealed record ViewOrder(ChildAge Age, ChildView View, DateOnly On, string? Words);

/// <summary>Keeps the children who travel along: who they are, who decides over them, what they say, whether they travel.</summary>
internal sealed class ChildKeeping(CaseOperations operations, CaseFiles files, PersonTokens tokens, CaseVault vault)
{
    /// <returns>False when the same form was submitted before.</returns>
    /// <exception cref="RefusedException">ChildIsGrown, CaseClosed.</exception>
    public Task<bool> AddAsync(CaseHandle handle, Guid operationId, ChildIdentityPayload identity) =>
        operations.RunAsync(
            handle,
            operationId,
            "AddChild",
            OperationNature.Fact,
            async work =>
            {
                var child = await ChildRows.AddAsync(work);
                await SealIdentityAsync(work, child, identity, 0);
                await ChildRows.AskForMissingAsync(work);
            }
        );

    /// <param name="shownVersion">The version the form had shown; 0 for none.</param>
    /// <exception cref="RefusedException">SectionChanged, ChildIsGrown, CaseClosed.</exception>
    public Task SaveIdentityAsync(CaseHandle handle, Guid operationId, Guid childId, ChildIdentityPayload identity, int shownVersion) =>
        operations.RunAsync(
            handle,
            operationId,
            "EditChild",
            OperationNature.Fact,
            async work => await SealIdentityAsync(work, await ChildRows.FindAsync(work, childId), identity, shownVersion)
        );

    /// <summary>Who decides that the child may travel. A guardian who is suspected decides nothing (OSL 12:3).</summary>
    /// <exception cref="RefusedException">GuardianExcluded, GuardianUnknown, CustodyNotSole, CustodiansMissing, CompetentDecisionMissing, DateInFuture, DateTooEarly; those of files.</exception>
    public Task SettleCustodyAsync(CaseHandle handle, Guid operationId, Guid childId, CustodyOrder order, UploadedFile? evidence) =>
        operations.RunAsync(
            handle,
            operationId,
            "SettleCustody",
            OperationNature.Fact,
            async work =>
            {
                var child = await ChildRows.FindAsync(work, childId);
                RequireDay(work, order.On, "Custody.On");
                var standsFor = (await GuardianRules.AllAsync(work)).Where(g => g.ChildId is null || g.ChildId == childId).ToList();
                CustodyRules.Require(order, standsFor);
                if (evidence is not null)
                {
                    await files.AddAsync(work, Compartment.Protection, ChildrenFiles.Custody, evidence, "Custody.Evidence");
                }

                var numbers = standsFor.Where(g => order.SaidYes.Contains(g.Id)).Select(g => g.Number);
                var payload = new CustodyPayload([.. numbers], order.Authority, order.Reference, order.Notes);
                var record = await work.SealAsync(Compartment.Protection, child.CustodySubject, payload, null);
                work.Record(child.Settle(order.Ground, order.On, record.Id));
                await ChildRows.AskForMissingAsync(work);
            }
        );

    /// <summary>What the child itself says. A no is a no, at any age.</summary>
    /// <exception cref="RefusedException">TooYoungOnlyUnderSeven; AgeNotAsBorn where the date of birth is open and says otherwise; DateInFuture, DateTooEarly.</exception>
    public Task HearAsync(CaseHandle handle, Guid operationId, Guid childId, ViewOrder order)
    {
        return operations.RunAsync(
            handle,
            operationId,
            "HearChild",
            OperationNature.Fact,
            async work =>
            {
                var child = await ChildRows.FindAsync(work, childId);
                RequireDay(work, order.On, "View.On");
                if (order.View == ChildView.TooYoung && order.Age != ChildAge.UnderSeven)
                {
                    throw new RefusedException(ChildrenRefusals.TooYoungOnlyUnderSeven, "View.View");
                }

                await RequireAgeAsync(work, handle.Opened, child, order);
                var record = await work.SealAsync(Compartment.Protection, child.ViewSubject, new ChildSaidPayload(order.Words, order.Age), null);
                work.Record(child.Hear(order.View, order.On, record.Id));
                await ChildRows.AskForMissingAsync(work);
            }
        );
    }

    /// <summary>The child stays in Sweden in the end, or travels along after all.</summary>
    /// <exception cref="RefusedException">SectionChanged when it stands so already; ChildReasonMissing; what other modules refuse.</exception>
    public Task SetTravelAsync(CaseHandle handle, Guid operationId, Guid childId, bool travelsAlong, string? reason) =>
        operations.RunAsync(
            handle,
            operationId,
            "SetChildTravel",
            OperationNature.Fact,
            async work =>
            {
                var child = await ChildRows.FindAsync(work, childId);
                if (child.TravelsAlong == travelsAlong)
                {
                    throw new RefusedException(CaseRefusals.SectionChanged);
                }

                var why = string.IsNullOrWhiteSpace(reason)
                    ? throw new RefusedException(ChildrenRefusals.ChildReasonMissing, "Travel.Reason")
                    : reason;
                var record = await work.SealAsync(Compartment.Protection, child.TravelSubject, new ChildSaidPayload(why), null);
                work.Record(child.SetTravel(travelsAlong, record.Id));
                work.Record(new ChildEntitlementStands(child.Id, child.IsEntitled));
                await ChildRows.AskForMissingAsync(work);
            }
        );

    private async Task SealIdentityAsync(CaseWork work, AccompanyingChild child, ChildIdentityPayload identity, int shownVersion)
    {
        if (identity.BirthDate is { } born && (born > work.Today || !MinorRule.IsMinor(born, work.Today)))
        {
            throw new RefusedException(ChildrenRefusals.ChildIsGrown, "Input.BirthDate");
        }

        var record = await work.SealAsync(Compartment.Identity, child.IdentitySubject, identity, shownVersion);
        await tokens.WriteForChildAsync(work, child.Id, TokensOf(identity));
        work.Record(new ChildRecorded(child.Id, record.Id, record.Version));
    }

    private static MatchSubject TokensOf(ChildIdentityPayload identity) =>
        new($"{identity.GivenNames} {identity.FamilyName}", identity.BirthDate?.Year, [], identity.DocumentNumber is { } document ? [document] : []);

    // The age a child is heard by is measured by its date of birth where that is open; else the one who heard it answers for it.
    private async Task RequireAgeAsync(CaseWork work, OpenedCompartment? opened, AccompanyingChild child, ViewOrder order)
    {
        if (opened is null || !opened.Covers(Compartment.Identity))
        {
            return;
        }

        var identity = await vault.ReadAsync<ChildIdentityPayload>(work.Db, opened, Compartment.Identity, child.IdentitySubject);
        if (identity?.Value.BirthDate is { } born && CustodyRules.AgeOn(born, order.On) != order.Age)
        {
            throw new RefusedException(ChildrenRefusals.AgeNotAsBorn, "View.Age");
        }
    }

    private static void RequireDay(CaseWork work, DateOnly on, string field)
    {
        // A judgment on custody can be years old.
        if (on > work.Today)
        {
            throw new RefusedException(CaseRefusals.DateInFuture, field);
        }

        if (on < work.Today.AddYears(-MinorRule.AdultAge))
        {
            throw new RefusedException(CaseRefusals.DateTooEarly, field);
        }
    }
}
