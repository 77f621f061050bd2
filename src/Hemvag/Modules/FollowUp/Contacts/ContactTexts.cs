using Hemvag.Web.Formatting;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.FollowUp.Contacts;

/// <summary>How a contact is said on a line.</summary>
internal static class ContactTexts
{
    public static string Name(IStringLocalizer texts, FollowUpContact contact) =>
        contact.Origin == ContactOrigin.Extra ? texts["Contact.Extra"] : texts[$"Contact.{contact.Origin}", contact.Month ?? 0];

    public static string State(IStringLocalizer texts, FollowUpContact contact, DateOnly today) =>
        contact.State switch
        {
            ContactState.Held => texts["Contact.State.Held", Dates.Day(contact.HeldOn!.Value), texts[$"ContactWay.{contact.Way}.Lower"].Value],
            ContactState.Missed => texts["Contact.State.Missed", contact.MissedTries, texts[$"ClimbLevel.{contact.Level}"].Value],
            ContactState.Cancelled => texts["Contact.State.Cancelled", texts[$"ContactCancelReason.{contact.CancelledBecause}"].Value],
            ContactState.Planned when contact.PlannedOn < today => texts["Contact.State.Late"],
            ContactState.Planned => texts["Contact.State.Planned"],
        };

    /// <summary>Open and waiting: the ochre.</summary>
    public static bool IsOpenNow(FollowUpContact contact, DateOnly today) =>
        contact.State == ContactState.Missed || (contact.State == ContactState.Planned && contact.PlannedOn < today);
}
