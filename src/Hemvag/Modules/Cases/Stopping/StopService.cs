using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;

namespace Hemvag.Modules.Cases.Stopping;

/// <param name="How">Null when the form left it open.</param>
/// <param name="On">The day, where the worker is; null when the form left it open.</param>
/// <param name="Note">What the person wants; sealed.</param>
internal sealed record ReachedInput(ReachedHow? How, DateOnly? On, string? Note);

/// <summary>What the person said when a worker reached them after a stop. Sealed under Contact.</summary>
internal sealed record ReachedPayload(string? Note) : ISealedPayload
{
    public const string Subject = "stop.reached";

    public static string Kind => "reached-after-stop";

    public static int SchemaVersion => 1;
}

/// <summary>
/// Stop, and what may follow (S1.51, S1.52): one click, no reason, everything is held. What cannot be undone waits until a named worker
/// has reached the person by the rules for safe contact.
/// </summary>
internal sealed class StopService(CaseOperations operations)
{
    /// <exception cref="RefusedException">CannotBeStopped when it is held, closed, or the person has been met.</exception>
    public Task StopAsync(CaseHandle handle, Guid operationId) =>
        operations.RunAsync(
            handle,
            operationId,
            "Stop",
            OperationNature.Steering,
            async work =>
            {
                if (!work.Case.CanBeStopped)
                {
                    throw new RefusedException(CaseRefusals.CannotBeStopped);
                }

                await HoldAsync(work);
            }
        );

    /// <summary>After arrival: the person may want to end the support. It holds as a stop does; nothing is cancelled yet.</summary>
    /// <exception cref="RefusedException">SupportNotStarted when the person has not been met, or it is held, ended or closed.</exception>
    public Task AskToEndSupportAsync(CaseHandle handle, Guid operationId) =>
        operations.RunAsync(
            handle,
            operationId,
            "AskToEndSupport",
            OperationNature.Steering,
            async work =>
            {
                if (!work.Case.SupportCanBeEnded)
                {
                    throw new RefusedException(CaseRefusals.SupportNotStarted);
                }

                await HoldAsync(work);
            }
        );

    /// <summary>The named worker has spoken with the person.</summary>
    /// <exception cref="RefusedException">CaseNotHeld, ReachedHowMissing, ReachedDayMissing, DateInFuture, ReachedBeforeStop.</exception>
    public Task ReachedAsync(CaseHandle handle, Guid operationId, ReachedInput input) =>
        operations.RunAsync(
            handle,
            operationId,
            "PersonReached",
            OperationNature.Steering,
            async work =>
            {
                RequireHeld(work);
                var (how, on) = Check(work, input);
                work.Case.ReachedAfterStopAt = work.Now;
                if (input.Note is not null)
                {
                    await work.SealAsync(Compartment.Contact, ReachedPayload.Subject, new ReachedPayload(input.Note), null);
                }

                work.Record(new PersonReached(how, on));
                await work.DoneAsync(WorkItemKind.ReachThePerson);
            }
        );

    /// <summary>The person wants to go on. Only after someone has reached them.</summary>
    /// <exception cref="RefusedException">CaseNotHeld, PersonNotReached.</exception>
    public Task ResumeAsync(CaseHandle handle, Guid operationId) =>
        operations.RunAsync(
            handle,
            operationId,
            "Resume",
            OperationNature.Steering,
            async work =>
            {
                RequireReached(work);
                work.Case.HeldAt = null;
                work.Record(new CaseResumed());
                await StopTasks.EndAsync(work);
            }
        );

    /// <summary>The person, met at home, wants the support to end. Only after someone has reached them; nothing is asked back.</summary>
    /// <exception cref="RefusedException">CaseNotHeld, PersonNotReached, SupportNotStarted.</exception>
    public Task EndSupportAsync(CaseHandle handle, Guid operationId) =>
        operations.RunAsync(
            handle,
            operationId,
            "EndSupport",
            OperationNature.Steering,
            async work =>
            {
                RequireReached(work);
                if (!work.Case.Has(MilestoneKind.MetOnArrival))
                {
                    throw new RefusedException(CaseRefusals.SupportNotStarted);
                }

                work.Case.HeldAt = null;
                work.Case.SupportEndedAt = work.Now;
                work.Record(new SupportEnded());
                await StopTasks.EndAsync(work);
                await StopTasks.AskToCloseAsync(work);
            }
        );

    /// <summary>A person closes the case. What is still open has been shown, and is kept with the closing.</summary>
    /// <param name="seenOpen">True when the one who closes has seen what is still open.</param>
    /// <param name="bookingsCancelled">True when the one who closes says that what was still booked is cancelled.</param>
    /// <param name="journeyOver">True when the one who closes says that a person who had left does not travel on.</param>
    /// <exception cref="RefusedException">
    /// CaseClosed, PersonNotReached, StillUnderWay, JourneyNotOver, MatterNotTaken, ClosingGroundNotNow, MoneyNotSettled, BookingsNotCancelled, OpenThingsNotSeen, NotEvaluated.
    /// </exception>
    public Task CloseAsync(
        CaseHandle handle,
        Guid operationId,
        ClosingGround ground,
        bool seenOpen,
        bool bookingsCancelled = false,
        bool journeyOver = false
    ) =>
        operations.RunAsync(
            handle,
            operationId,
            "Close",
            OperationNature.Steering,
            async work =>
            {
                if (work.Case.ClosedAt is not null)
                {
                    throw new RefusedException(CaseRefusals.CaseClosed);
                }

                if (work.Case.HeldAt is not null && work.Case.ReachedAfterStopAt is null)
                {
                    throw new RefusedException(CaseRefusals.PersonNotReached);
                }

                var gates = await AtClosingAsync(work);
                RequireGround(work, ground, gates);
                if (work.Case.IsUnderWay && !journeyOver)
                {
                    throw new RefusedException(CaseRefusals.JourneyNotOver, "Input.JourneyOver");
                }

                var open = OpenAtClosing(work, gates);
                RequireSettled(open, seenOpen, bookingsCancelled);
                if (ground == ClosingGround.Completed && LacksEvaluation(work))
                {
                    throw new RefusedException(CaseRefusals.NotEvaluated, "Input.Ground");
                }

                work.Case.ClosedAt = work.Now;
                work.Case.ClosingGround = ground;
                work.Record(new CaseClosed(ground, string.Join(',', open)));
                if (ground is ClosingGround.Completed or ClosingGround.SupportPaid)
                {
                    // The last milestone; a case that ended on the way keeps the step it had come to.
                    work.ReachRegardless(MilestoneKind.Closed, open);
                }

                await CaseEnding.FinishWorkAsync(work);
            }
        );

    // All that a closing asks, in one look.
    private static Task<IReadOnlyList<GateState>> AtClosingAsync(CaseWork work) => work.GatesAsync([GateKind.Eligible, .. AskedAtClosing(work)]);

    private static IEnumerable<GateKind> AskedAtClosing(CaseWork work) =>
        new MilestoneTable(work.Programme).Gates(MilestoneKind.Closed).Union(GateBoard.Closing);

    private static void RequireGround(CaseWork work, ClosingGround ground, IReadOnlyList<GateState> gates)
    {
        if (ClosingGrounds.WhyNone(work.Case) is { } why)
        {
            throw new RefusedException(why, "Input.Ground");
        }

        if (!ClosingGrounds.For(work.Case, gates.Single(g => g.Kind == GateKind.Eligible).SaidNo).Contains(ground))
        {
            throw new RefusedException(CaseRefusals.ClosingGroundNotNow, "Input.Ground");
        }
    }

    private static IReadOnlyList<GateKind> OpenAtClosing(CaseWork work, IReadOnlyList<GateState> gates) =>
        [.. AskedAtClosing(work).Where(kind => gates.Any(g => g.Kind == kind && !g.Met))];

    private static bool LacksEvaluation(CaseWork work) =>
        new MilestoneTable(work.Programme).Has(MilestoneKind.Evaluated) && !work.Reached.Contains(MilestoneKind.Evaluated);

    private static void RequireSettled(IReadOnlyList<GateKind> open, bool seenOpen, bool bookingsCancelled)
    {
        if (open.Contains(GateKind.MoneySettled))
        {
            throw new RefusedException(CaseRefusals.MoneyNotSettled);
        }

        // A child is never left between two authorities.
        if (open.Contains(GateKind.TakingOverConfirmed))
        {
            throw new RefusedException(CaseRefusals.TakingOverMissing);
        }

        if (open.Contains(GateKind.NothingBooked) && !bookingsCancelled)
        {
            throw new RefusedException(CaseRefusals.BookingsNotCancelled, "Input.BookingsCancelled");
        }

        if (open.Count > 0 && !seenOpen)
        {
            throw new RefusedException(CaseRefusals.OpenThingsNotSeen, "Input.SeenOpen");
        }
    }

    private static async Task HoldAsync(CaseWork work)
    {
        work.Case.HeldAt = work.Now;
        work.Case.ReachedAfterStopAt = null;
        work.Record(new CaseStopped(work.Case.Next));
        await StopTasks.AskAsync(work);
    }

    private static (ReachedHow How, DateOnly On) Check(CaseWork work, ReachedInput input)
    {
        var how = input.How ?? throw new RefusedException(CaseRefusals.ReachedHowMissing, "How");
        var on = input.On ?? throw new RefusedException(CaseRefusals.ReachedDayMissing, "On");
        if (on > work.Today)
        {
            throw new RefusedException(CaseRefusals.DateInFuture, "On");
        }

        if (on < LocalDates.Today(work.Case.HeldAt!.Value, work.Account?.Zone))
        {
            throw new RefusedException(CaseRefusals.ReachedBeforeStop, "On");
        }

        return (how, on);
    }

    private static void RequireReached(CaseWork work)
    {
        RequireHeld(work);
        if (work.Case.ReachedAfterStopAt is null)
        {
            throw new RefusedException(CaseRefusals.PersonNotReached);
        }
    }

    private static void RequireHeld(CaseWork work)
    {
        if (work.Case.HeldAt is null || work.Case.ClosedAt is not null)
        {
            throw new RefusedException(CaseRefusals.CaseNotHeld);
        }
    }
}
