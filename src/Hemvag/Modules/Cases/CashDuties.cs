using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Cases;

/// <summary>
/// Who may do what in a case of cash support that they can see. Migrationsverket decides and follows the decision, IOM Finland asks for the
/// payment, the local office hands it over (S4.19, S4.21); what belongs to a way home nobody does here.
/// </summary>
internal static class CashDuties
{
    private const Role Officer = Role.MigrationOfficer;
    private const Role Caseworker = Role.IomCaseworker;
    private const Role Local = Role.LocalOfficeWorker;

    private static readonly Dictionary<CaseAction, Role[]> Actions = new()
    {
        [CaseAction.SeeCase] = [Officer, Caseworker, Local],
        [CaseAction.OpenSealed] = [Officer, Caseworker, Local],
        [CaseAction.SeePerson] = [Officer, Caseworker, Local],
        [CaseAction.SeeConsents] = [Officer, Caseworker],
        [CaseAction.ManageConsents] = [Officer],
        [CaseAction.WithdrawConsent] = [Officer, Caseworker],
        [CaseAction.SeeCash] = [Officer, Caseworker, Local],
        [CaseAction.ConfirmCash] = [Caseworker],
        [CaseAction.PayCash] = [Local],
        [CaseAction.RecordPresented] = [Local],
        [CaseAction.SettleDoubt] = [Caseworker],
        [CaseAction.EndCash] = [Officer, Caseworker],
        [CaseAction.RecoverCash] = [Officer],
        [CaseAction.SeePlanAndMoney] = [Caseworker, Local],
        [CaseAction.PayPayment] = [Local],
        [CaseAction.AccountForPayment] = [Caseworker],
        [CaseAction.SeeDocuments] = [Caseworker],
        [CaseAction.SeeTrail] = [Officer, Caseworker],
        [CaseAction.ReviewBrokenGlass] = [Officer],
        [CaseAction.TakeOn] = [Caseworker, Local],
        [CaseAction.ShareCase] = [Officer, Caseworker, Local],
        [CaseAction.Stop] = [Officer, Caseworker, Local],
        [CaseAction.Resume] = [Officer, Caseworker],
        [CaseAction.Close] = [Officer, Caseworker],
        [CaseAction.KeepNotes] = [Officer, Caseworker, Local],
    };

    /// <summary>Every role that may do the action in a case of cash support that it can see.</summary>
    public static IReadOnlyList<Role> RolesFor(CaseAction action) => Actions.GetValueOrDefault(action) ?? [];

    /// <summary>Who answers for a case, whom whatever waits for no one else waits for: the officer who decided, or the coordinator.</summary>
    public static Role HolderOf(ProgrammeKind kind) => kind == ProgrammeKind.CashSupport ? Officer : Role.RegionalCoordinator;
}
