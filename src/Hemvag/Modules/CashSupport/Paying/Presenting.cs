using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.CashSupport.Decisions;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.CashSupport.Paying;

/// <summary>What the office saw.</summary>
/// <param name="Came">Ids of the members who came; at least one.</param>
/// <param name="DocumentNumber">As read from the paper; compared, and kept as a keyed token alone. Needed with a passport or the like where the decision has a number.</param>
/// <param name="Recognised">False where the office is in doubt.</param>
internal sealed record PresentedInput(DateOnly On, IReadOnlyList<Guid> Came, ShownDocument Document, string? DocumentNumber, bool Recognised);

/// <summary>Records that the person came to the office, and whether the papers fit (S4.22). Who is in doubt is paid nothing.</summary>
internal sealed class Presenting(CaseOperations operations, FamilyNames names, CashTokens tokens)
{
    private static readonly ShownDocument[] Numbered = [ShownDocument.Passport, ShownDocument.IdentityCard, ShownDocument.TravelDocument];

    /// <summary>
    /// A number that is not the one in the decision makes the visit one in doubt, whatever the office says: it is kept that it was so. Once
    /// IOM Finland has found that this very paper is the person's own (a passport that was renewed), its number is no doubt again in the case.
    /// Any other number is, and so is this one when what was found last is that it is someone else's.
    /// </summary>
    /// <exception cref="RefusedException">
    /// FamilyNotOpen, NobodyChosen, NoAdultCame, DocumentNumberNeeded, VisitBeforeDecision, DateInFuture, DateTooEarly, MilestoneNotYours.
    /// </exception>
    public async Task RecordAsync(CaseHandle handle, Guid operationId, PresentedInput input)
    {
        if (handle.Opened is not { } opened || !opened.Covers(Compartment.Identity) || !handle.MayOpen(Compartment.Identity))
        {
            throw new RefusedException(CashRefusals.FamilyNotOpen);
        }

        await operations.RunAsync(
            handle,
            operationId,
            "RecordCashVisit",
            OperationNature.Fact,
            async work =>
            {
                var came = await CameAsync(work, input);
                var fits = await FitsAsync(opened, came, input);
                var knows = input.Recognised && (fits != false || await IsSettledAsync(work, input.DocumentNumber));
                await RecordAsync(work, input with { Recognised = knows }, came, fits);
            }
        );
    }

    /// <summary>IOM Finland has found out who it was that came at one visit; another visit in doubt stays so.</summary>
    /// <exception cref="NotThereException">When this case has no such visit.</exception>
    /// <exception cref="RefusedException">NoDoubtOpen when that visit is not in doubt, or no longer.</exception>
    public Task SettleAsync(CaseHandle handle, Guid operationId, Guid visitId, DoubtOutcome outcome) =>
        operations.RunAsync(
            handle,
            operationId,
            "SettleCashDoubt",
            OperationNature.Fact,
            async work =>
            {
                var visits = await work.Db.Set<CashVisit>().Where(v => v.CaseId == work.Case.Id).ToListAsync();
                var visit = visits.Find(v => v.Id == visitId) ?? throw new NotThereException();
                if (!visit.IsInDoubt)
                {
                    throw new RefusedException(CashRefusals.NoDoubtOpen);
                }

                work.Record(visit.Settle(outcome, work.Now));
                if (!visits.Exists(v => v.IsInDoubt))
                {
                    await work.DoneAsync(WorkItemKind.IdentityInDoubt);
                }
            }
        );

    private static async Task<List<CashFamilyMember>> CameAsync(CaseWork work, PresentedInput input)
    {
        var came = (await CashFamily.ReadAsync(work)).Where(m => input.Came.Contains(m.Id)).ToList();
        return came.Count > 0 && came.Count == input.Came.Distinct().Count()
            ? came
            : throw new RefusedException(CashRefusals.NobodyChosen, "Input.Came");
    }

    private async Task RecordAsync(CaseWork work, PresentedInput input, List<CashFamilyMember> came, bool? fits)
    {
        if (input.Recognised && came.TrueForAll(m => !m.IsAdult))
        {
            throw new RefusedException(CashRefusals.NoAdultCame, "Input.Came");
        }

        await RequireDayAsync(work, input.On);
        var visit = new CashVisit
        {
            Id = work.NewId(),
            CaseId = work.Case.Id,
            On = input.On,
            Document = input.Document,
            ShownToken = tokens.OfShown(work.Case.Id, input.DocumentNumber),
            Came = CashVisit.Of(came.Select(m => m.Ordinal)),
            NumberFits = fits,
            Recognised = input.Recognised,
            RecordedAt = work.Now,
            RecordedBy = work.Account!.Id,
        };
        work.Db.Add(visit);
        work.Record(new CashVisitRecorded(visit.Id, visit.On, visit.Document, visit.NumberFits, visit.Recognised, [.. came.Select(m => m.Id)]));
        if (!input.Recognised)
        {
            await work.AskAsync(
                new WorkAsked(WorkItemKind.IdentityInDoubt, Urgency.Safety, Role.IomCaseworker, IomFinland.Id, null, CaseLinks.Cash, work.Today)
            );
            return;
        }

        came.ForEach(m => m.PresentedOn ??= input.On);
        await work.DoneAsync(WorkItemKind.CashUnclaimed);
        if (!work.Reached.Contains(MilestoneKind.PresentedHerself))
        {
            await work.ReachAsync(MilestoneKind.PresentedHerself, input.On);
            await work.DoneAsync(WorkItemKind.ExpectAtOffice);
            if (work.Reached.Contains(MilestoneKind.ReceiptConfirmed))
            {
                await AskPaymentAsync(work);
            }
        }
    }

    // The office hears of the person by the decision.
    private static async Task RequireDayAsync(CaseWork work, DateOnly day)
    {
        work.Days.Require(day, "Input.On");
        if (
            await work
                .Db.Set<CaseMilestone>()
                .AnyAsync(m => m.CaseId == work.Case.Id && m.Kind == MilestoneKind.EligibilityDecided && m.OccurredOn > day)
        )
        {
            throw new RefusedException(CashRefusals.VisitBeforeDecision, "Input.On");
        }
    }

    // What was found last about this very paper is what counts.
    private async Task<bool> IsSettledAsync(CaseWork work, string? number)
    {
        var same = tokens.ToFindShown(work.Case.Id, number);
        var settled = await work
            .Db.Set<CashVisit>()
            .Where(v => v.CaseId == work.Case.Id && v.SettledAt != null && v.ShownToken != null && same.Contains(v.ShownToken))
            .ToListAsync();
        var last = settled.Max(v => v.SettledAt);
        return settled.Count > 0 && settled.Where(v => v.SettledAt == last).All(v => v.Doubt == DoubtOutcome.SamePerson);
    }

    private static async Task AskPaymentAsync(CaseWork work)
    {
        if (work.Case.LocalOfficeId is { } office)
        {
            await work.AskAsync(
                new WorkAsked(WorkItemKind.PayPayment, Urgency.Money, Role.LocalOfficeWorker, office, null, CashPages.Pay, work.Today)
            );
        }
    }

    // Of anyone who came: one paper is shown for a family often enough.
    private async Task<bool?> FitsAsync(OpenedCompartment opened, IEnumerable<CashFamilyMember> came, PresentedInput input)
    {
        var known = (await names.ReadAsync(opened, came)).Names.Values.Select(n => Bare(n.DocumentNumber)).OfType<string>().ToList();
        if (known.Count == 0)
        {
            return null;
        }

        return Bare(input.DocumentNumber) is { } shown ? known.Contains(shown, StringComparer.Ordinal)
            : Numbered.Contains(input.Document) ? throw new RefusedException(CashRefusals.DocumentNumberNeeded, "Input.DocumentNumber")
            : null;
    }

    // Spaces and dashes are set differently by every reader.
    private static string? Bare(string? number)
    {
        var kept = new string([
            .. (number ?? "").Normalize(System.Text.NormalizationForm.FormKC).Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant),
        ]);
        return kept.Length == 0 ? null : kept;
    }
}
