using Hemvag.Modules.Cases;

namespace Hemvag.Modules.FollowUp;

/// <summary>Last parts of the addresses of the follow-up's pages.</summary>
internal static class FollowUpPages
{
    public const string Add = CaseLinks.FollowUp + "/add";
    public const string Notes = CaseLinks.FollowUp + "/notes";
    public const string End = CaseLinks.FollowUp + "/end";

    public static string Contact(Guid contactId) => $"{CaseLinks.FollowUp}/contacts/{contactId:D}";
}
