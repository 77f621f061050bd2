namespace Hemvag.Modules.Consultations.Threads;

/// <summary>The words of a thread on a page (partial <c>_Turns</c>): closed, or as they were written.</summary>
/// <param name="Turns">Null while closed.</param>
/// <param name="Page">The page to come back to after opening.</param>
internal sealed record ThreadShown(ConsultationHandle Handle, IReadOnlyList<TurnShown>? Turns, TimeZoneInfo Zone, string Page)
{
    /// <summary>The reader's own side is "you"; the other one is named.</summary>
    public string Who(ConsultationSide side, string you) =>
        side == ConsultationSide.Asker ? (Handle.IsAsker ? you : Handle.AskerName ?? "") : (Handle.IsTaker ? you : Handle.TakerName ?? "");

    public static async Task<ThreadShown> OfAsync(ConsultationHandle handle, ConsultationQueries queries, TimeZoneInfo zone, string page) =>
        new(handle, handle.Opened is { } opened ? await queries.TurnsAsync(opened) : null, zone, page);
}
