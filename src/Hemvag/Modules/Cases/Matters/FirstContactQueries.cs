using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Cases.Matters;

/// <summary>The first contact as it was recorded, and the answer when there is one.</summary>
internal sealed record FirstContactWords(ContactChannel? Channel, string? Question, string? Answer);

/// <summary>The first contact on a page (partial <c>_FirstContact</c>): closed, or with its words.</summary>
/// <param name="Content">Null while it is closed.</param>
internal sealed record FirstContactBlock(SealedClosed Closed, OpenedCompartment? Opened, FirstContactWords? Content, TimeZoneInfo Zone);

/// <summary>Reads what was asked and answered, for the region and the one who asked.</summary>
internal sealed class FirstContactQueries(HemvagDbContext db, CaseVault vault, IStringLocalizer<CasesTexts> texts)
{
    /// <param name="page">The page to come back to.</param>
    /// <returns>Null for everyone else, whatever compartments they hold.</returns>
    public async Task<FirstContactBlock?> ForAsync(CaseHandle handle, string page)
    {
        if (!IsFor(handle))
        {
            return null;
        }

        var closed = new SealedClosed(
            handle.CaseId,
            Compartment.Protection,
            texts["FirstContact.Title"],
            texts["FirstContact.Holds"],
            "matter",
            page
        );
        var zone = TimeZoneInfo.FindSystemTimeZoneById(handle.Account.Zone);
        var opened = handle.Opened is { } live && live.Covers(Compartment.Protection) ? live : null;
        return new FirstContactBlock(closed, opened, opened is null ? null : await ReadAsync(opened), zone);
    }

    /// <summary>Whether the first contact is the account's to read: the one who asked, and the region.</summary>
    public static bool IsFor(CaseHandle handle) =>
        handle.MayOpen(Compartment.Protection)
        && (
            handle.Account.Id == handle.Case.OpenedBy
            || (handle.Roles.Contains(Role.RegionalCoordinator) && handle.Account.OrganisationId == handle.Case.RegionId)
        );

    public async Task<FirstContactWords> ReadAsync(OpenedCompartment opened)
    {
        var parts = await vault.ReadAllAsync<FirstContactPayload>(db, opened, Compartment.Protection, FirstContactPayload.Subject);
        var asked = parts.FirstOrDefault(p => p.Subject == FirstContactPayload.Subject)?.Value;
        var answered = parts.FirstOrDefault(p => p.Subject == FirstContactPayload.AnswerSubject)?.Value;
        return new FirstContactWords(asked?.Channel, asked?.Question, answered?.Answer);
    }
}
