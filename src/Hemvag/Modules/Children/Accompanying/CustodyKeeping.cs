using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Documents;
using Hemvag.Modules.Cases.Forms;
using Hemvag.Modules.Cases.Guardians;
using Hemvag.Modules.Cases.Person;
using Hemvag.Sealing;

namespace Hemvag.Modules.Children.Accompanying;

/// <summary>What the form had shown of who decides.</summary>
internal sealed record CustodyShown(CustodyGround? Ground, DateOnly? On)
{
    public static readonly CustodyShown Nothing = new(null, null);
}

/// <summary>What it rests on that a child may travel.</summary>
/// <param name="SaidYes">The guardians who have said yes.</param>
/// <param name="Authority">The court or board; needed for its decision.</param>
internal sealed record CustodyOrder(
    CustodyGround Ground,
    DateOnly On,
    IReadOnlyList<Guid> SaidYes,
    string? Authority,
    string? Reference,
    string? Notes,
    CustodyShown Shown
);

/// <summary>Keeps who decides that a child who travels along may do so.</summary>
internal sealed class CustodyKeeping(CaseOperations operations, CaseFiles files)
{
    /// <summary>Who decides that the child may travel. A guardian who is suspected decides nothing (OSL 12:3).</summary>
    /// <exception cref="RefusedException">GuardianExcluded, GuardianUnknown, CustodyNotSole, CustodiansMissing, CompetentDecisionMissing, DateInFuture, DateTooEarly, SectionChanged; those of files.</exception>
    public Task SettleAsync(CaseHandle handle, Guid operationId, Guid childId, CustodyOrder order, UploadedFile? evidence) =>
        operations.RunAsync(
            handle,
            operationId,
            "SettleCustody",
            OperationNature.Fact,
            async work =>
            {
                var child = await ChildRows.FindAsync(work, childId);
                RequireDay(work, order.On, "Custody.On");
                var standsFor = (await GuardianRules.AllAsync(work)).Where(g => g.StandsForThe(childId)).ToList();
                CustodyRules.Require(order, standsFor);
                ShownBefore.Require(order.Shown, new CustodyShown(child.Custody, child.CustodyOn));
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

    /// <summary>Whoever agreed agrees no longer, or what was decided holds no longer: it is settled anew.</summary>
    /// <exception cref="RefusedException">SectionChanged when nothing is settled; ChildReasonMissing, DateInFuture, DateTooEarly.</exception>
    public Task TakeBackAsync(CaseHandle handle, Guid operationId, Guid childId, DateOnly on, string? reason) =>
        operations.RunAsync(
            handle,
            operationId,
            "TakeBackCustody",
            OperationNature.Fact,
            async work =>
            {
                var child = await ChildRows.FindAsync(work, childId);
                if (child.Custody is null)
                {
                    throw new RefusedException(CaseRefusals.SectionChanged);
                }

                work.Days.Require(on, "Back.On");
                var why = new ChildSaidPayload(GivenReason.Require(reason, "Back.Reason"));
                var record = await work.SealAsync(Compartment.Protection, child.CustodyBackSubject, why, null);
                work.Record(child.TakeBack(on, record.Id));
                await ChildRows.AskForMissingAsync(work);
            }
        );

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
