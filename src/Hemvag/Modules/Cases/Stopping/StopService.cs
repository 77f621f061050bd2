using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;

namespace Hemvag.Modules.Cases.Stopping;

/// <summary>How a worker reached the person after a stop, and what the person said. Sealed under Contact.</summary>
internal sealed record ReachedPayload(string? Note) : ISealedPayload
{
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

                work.Case.HeldAt = work.Now;
                work.Case.ReachedAfterStopAt = null;
                work.Record(new CaseStopped(work.Case.Next));
                await work.AskAsync(
                    new WorkAsked(
                        WorkItemKind.ReachThePerson,
                        Urgency.Safety,
                        Role.RegionalCoordinator,
                        work.Case.RegionId,
                        work.Case.HolderId,
                        CaseLinks.Stop,
                        work.Today
                    )
                );
            }
        );

    /// <summary>The named worker has spoken with the person.</summary>
    /// <exception cref="RefusedException">CaseNotHeld.</exception>
    public Task ReachedAsync(CaseHandle handle, Guid operationId, string? note) =>
        operations.RunAsync(
            handle,
            operationId,
            "PersonReached",
            OperationNature.Steering,
            async work =>
            {
                RequireHeld(work);
                work.Case.ReachedAfterStopAt = work.Now;
                if (note is not null)
                {
                    await work.SealAsync(Compartment.Contact, "stop.reached", new ReachedPayload(note), null);
                }

                work.Record(new PersonReached());
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
                RequireHeld(work);
                if (work.Case.ReachedAfterStopAt is null)
                {
                    throw new RefusedException(CaseRefusals.PersonNotReached);
                }

                work.Case.HeldAt = null;
                work.Record(new CaseResumed());
                await work.DoneAsync(WorkItemKind.HoldBookings);
                await work.DoneAsync(WorkItemKind.HoldPayments);
            }
        );

    /// <summary>After arrival the person ends the support. Nothing is asked back.</summary>
    /// <exception cref="RefusedException">SupportNotStarted.</exception>
    public Task EndSupportAsync(CaseHandle handle, Guid operationId) =>
        operations.RunAsync(
            handle,
            operationId,
            "EndSupport",
            OperationNature.Steering,
            async work =>
            {
                if (!work.Case.SupportCanBeEnded)
                {
                    throw new RefusedException(CaseRefusals.SupportNotStarted);
                }

                work.Case.SupportEndedAt = work.Now;
                work.Record(new SupportEnded());
                await work.AskAsync(
                    new WorkAsked(
                        WorkItemKind.CloseCase,
                        Urgency.Date,
                        Role.RegionalCoordinator,
                        work.Case.RegionId,
                        work.Case.HolderId,
                        CaseLinks.Close,
                        work.Today.AddDays(7)
                    )
                );
            }
        );

    /// <summary>A person closes the case. What is still open has been shown, and is kept with the closing.</summary>
    /// <param name="seenOpen">True when the one who closes has seen what is still open.</param>
    /// <exception cref="RefusedException">CaseClosed, PersonNotReached, MoneyNotSettled, OpenThingsNotSeen.</exception>
    public Task CloseAsync(CaseHandle handle, Guid operationId, ClosingGround ground, bool seenOpen) =>
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

                var open = await work.OpenGatesOf(MilestoneKind.Closed);
                if (open.Contains(GateKind.MoneySettled))
                {
                    throw new RefusedException(CaseRefusals.MoneyNotSettled);
                }

                if (open.Count > 0 && !seenOpen)
                {
                    throw new RefusedException(CaseRefusals.OpenThingsNotSeen, "Input.SeenOpen");
                }

                work.Case.ClosedAt = work.Now;
                work.Case.ClosingGround = ground;
                work.Record(new CaseClosed(ground, string.Join(',', open)));
                if (ground == ClosingGround.Completed)
                {
                    // The last milestone; a case that ended on the way keeps the step it had come to.
                    work.ReachRegardless(MilestoneKind.Closed, open);
                }

                await CaseEnding.FinishWorkAsync(work);
            }
        );

    private static void RequireHeld(CaseWork work)
    {
        if (work.Case.HeldAt is null || work.Case.ClosedAt is not null)
        {
            throw new RefusedException(CaseRefusals.CaseNotHeld);
        }
    }
}
