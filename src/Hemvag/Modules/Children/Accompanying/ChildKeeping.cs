using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Forms;
using Hemvag.Modules.Cases.Person;
using Hemvag.Sealing;

namespace Hemvag.Modules.Children.Accompanying;

/// <summary>How a child was heard.</summary>
/// <param name="Shown">The hearing that counted when the form was shown; null for none.</param>
internal sealed record ViewOrder(ChildAge Age, ChildView View, DateOnly On, string? Words, Guid? Shown);

/// <summary>Keeps the children who travel along: who they are, what they say, whether they travel.</summary>
internal sealed class ChildKeeping(CaseOperations operations, PersonTokens tokens, CaseVault vault)
{
    /// <returns>False when the same form was submitted before.</returns>
    /// <exception cref="RefusedException">ChildTwice, ChildIsGrown, DateInFuture, CaseClosed.</exception>
    public Task<bool> AddAsync(CaseHandle handle, Guid operationId, ChildIdentityPayload identity) =>
        operations.RunAsync(
            handle,
            operationId,
            "AddChild",
            OperationNature.Fact,
            async work =>
            {
                var child = await ChildRows.AddAsync(work);
                await SealIdentityAsync(work, handle, child, identity, 0);
                await BookedJourney.TravellersChangedAsync(work);
                await ChildRows.AskForMissingAsync(work);
            }
        );

    /// <param name="shownVersion">The version the form had shown; 0 for none.</param>
    /// <exception cref="RefusedException">SectionChanged, ChildTwice, ChildIsGrown, DateInFuture, CaseClosed.</exception>
    public Task SaveIdentityAsync(CaseHandle handle, Guid operationId, Guid childId, ChildIdentityPayload identity, int shownVersion) =>
        operations.RunAsync(
            handle,
            operationId,
            "EditChild",
            OperationNature.Fact,
            async work =>
            {
                await SealIdentityAsync(work, handle, await ChildRows.FindAsync(work, childId), identity, shownVersion);
                await ChildRows.AskForMissingAsync(work);
            }
        );

    /// <summary>The child has turned 18, looked at in its date of birth: nobody else decides over its journey, and its own yes is needed.</summary>
    /// <exception cref="RefusedException">SectionChanged when it is recorded already; IdentityNotOpen, NotAdultYet.</exception>
    public Task GrowAsync(CaseHandle handle, Guid operationId, Guid childId) =>
        operations.RunAsync(
            handle,
            operationId,
            "ChildIsGrown",
            OperationNature.Fact,
            async work =>
            {
                var child = await ChildRows.FindAsync(work, childId);
                if (child.GrownSince is not null)
                {
                    throw new RefusedException(CaseRefusals.SectionChanged);
                }

                if (!IsOpen(handle))
                {
                    throw new RefusedException(ChildrenRefusals.IdentityNotOpen);
                }

                if (await BornAsync(work, handle, child) is not { } born || MinorRule.IsMinor(born, work.Today))
                {
                    throw new RefusedException(ChildrenRefusals.NotAdultYet);
                }

                work.Record(child.Grow(work.Today));
                await ChildRows.AskForMissingAsync(work);
            }
        );

    /// <summary>What the child itself says. A no is a no, at any age.</summary>
    /// <exception cref="RefusedException">
    /// TooYoungOnlyUnderSeven; IdentityNotOpen and BirthDateMissing for a child said to be too young whose age cannot be looked at; AgeNotAsBorn
    /// where the date of birth is open and says otherwise; SectionChanged, DateInFuture, DateTooEarly.
    /// </exception>
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
                work.Days.RequireWithin(order.On, "View.On");
                var before = await ChildRows.HearingsAsync(work, childId);
                ShownBefore.Require(order.Shown, ChildHearing.Last(before)?.Id);
                if (order.View == ChildView.TooYoung && order.Age != ChildAge.UnderSeven)
                {
                    throw new RefusedException(ChildrenRefusals.TooYoungOnlyUnderSeven, "View.View");
                }

                await RequireAgeAsync(work, handle, child, order);
                var hearing = new ChildHearing
                {
                    Id = work.NewId(),
                    CaseId = work.Case.Id,
                    ChildId = childId,
                    View = order.View,
                    On = order.On,
                    RecordedAt = work.Now,
                    RecordedBy = handle.Account.Id,
                };
                work.Db.Add(hearing);
                var record = await work.SealAsync(Compartment.Protection, hearing.Subject, new ChildSaidPayload(order.Words, order.Age), null);
                child.Hear(ChildHearing.Last(before.Append(hearing))!);
                work.Record(new ChildHeard(childId, order.View, order.On, record.Id));
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

                var why = GivenReason.Require(reason, "Travel.Reason");
                var record = await work.SealAsync(Compartment.Protection, child.TravelSubject, new ChildSaidPayload(why), null);
                work.Record(child.SetTravel(travelsAlong, record.Id));
                work.Record(new ChildEntitlementStands(child.Id, child.IsEntitled));
                await BookedJourney.TravellersChangedAsync(work);
                await ChildRows.AskForMissingAsync(work);
            }
        );

    private async Task SealIdentityAsync(CaseWork work, CaseHandle handle, AccompanyingChild child, ChildIdentityPayload identity, int shownVersion)
    {
        await RequireChildAsync(work, handle, child, identity);
        await RequireOnceAsync(work, handle, child, identity);
        var record = await work.SealAsync(Compartment.Identity, child.IdentitySubject, identity, shownVersion);
        await tokens.WriteForChildAsync(work, child.Id, TokensOf(identity));
        work.Record(new ChildRecorded(child.Id, record.Id, record.Version));
        if (child.View == ChildView.TooYoung)
        {
            child.TooYoungUntil = identity.BirthDate is { } born ? CustodyRules.TooYoungUntil(born) : null;
        }
    }

    // Who turns 18 while the case goes on can still have everything else corrected.
    private async Task RequireChildAsync(CaseWork work, CaseHandle handle, AccompanyingChild child, ChildIdentityPayload identity)
    {
        if (identity.BirthDate is not { } born || (born <= work.Today && MinorRule.IsMinor(born, work.Today)))
        {
            return;
        }

        if (born > work.Today)
        {
            throw new RefusedException(CaseRefusals.DateInFuture, "Input.BirthDate");
        }

        if (await BornAsync(work, handle, child) != born)
        {
            throw new RefusedException(ChildrenRefusals.ChildIsGrown, "Input.BirthDate");
        }
    }

    // Each child is given support: the same one entered twice would be given it twice. Whoever may not open who the children are is not told
    // either, or could guess at names.
    private async Task RequireOnceAsync(CaseWork work, CaseHandle handle, AccompanyingChild child, ChildIdentityPayload identity)
    {
        if (handle.MayOpen(Compartment.Identity) && await tokens.IsOfAnotherChildAsync(work, child.Id, TokensOf(identity)))
        {
            throw new RefusedException(ChildrenRefusals.ChildTwice, "Input.FamilyName");
        }
    }

    private static bool IsOpen(CaseHandle handle) =>
        handle.Opened is { } opened && opened.Covers(Compartment.Identity) && handle.MayOpen(Compartment.Identity);

    /// <returns>Null where it is not written, or not open to the one who acts.</returns>
    private async Task<DateOnly?> BornAsync(CaseWork work, CaseHandle handle, AccompanyingChild child) =>
        IsOpen(handle)
            ? (await vault.ReadAsync<ChildIdentityPayload>(work.Db, handle.Opened!, Compartment.Identity, child.IdentitySubject))?.Value.BirthDate
            : null;

    private static MatchSubject TokensOf(ChildIdentityPayload identity) =>
        new($"{identity.GivenNames} {identity.FamilyName}", identity.BirthDate?.Year, [], identity.DocumentNumber is { } document ? [document] : []);

    // The age a child is heard by is measured by its date of birth where that is open; that it need not be asked at all counts only so.
    private async Task RequireAgeAsync(CaseWork work, CaseHandle handle, AccompanyingChild child, ViewOrder order)
    {
        var born = await BornAsync(work, handle, child);
        if (born is { } known && CustodyRules.AgeOn(known, order.On) != order.Age)
        {
            throw new RefusedException(ChildrenRefusals.AgeNotAsBorn, "View.Age");
        }

        if (order.View != ChildView.TooYoung)
        {
            return;
        }

        if (born is not { } day)
        {
            throw new RefusedException(IsOpen(handle) ? ChildrenRefusals.BirthDateMissing : ChildrenRefusals.IdentityNotOpen, "View.View");
        }

        if (CustodyRules.TooYoungUntil(day) <= order.On)
        {
            throw new RefusedException(ChildrenRefusals.TooYoungOnlyUnderSeven, "View.View");
        }

        child.TooYoungUntil = CustodyRules.TooYoungUntil(day);
    }
}
