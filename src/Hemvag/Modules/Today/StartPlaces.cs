namespace Hemvag.Modules.Today;

/// <summary>Addresses that the header and the start page lead to.</summary>
internal static class StartPlaces
{
    public const string Today = "/";
    public const string Notices = "/notices";
    public const string Cases = "/cases";
    public const string Inbox = "/inbox";
    public const string Questions = "/questions";
    public const string Organisations = "/organisations";
    public const string Administration = "/admin/accounts";
    public const string Trail = "/trail";
    public const string Openings = "/trail/openings";
    public const string Verify = "/trail/verify";
    public const string Met = "/met";
    public const string Retention = "/retention";
    public const string Helpline = "/helpline";
    public const string OnDuty = "/on-duty";
    public const string TravelCosts = "/travel-costs";
    public const string HelplineCounts = "/helpline/counts";
    public const string SupportLine = "/support-line";
    public const string Cash = "/cash-support";
    public const string Programmes = "/programmes";
}
