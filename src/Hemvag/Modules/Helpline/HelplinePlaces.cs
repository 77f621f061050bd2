namespace Hemvag.Modules.Helpline;

/// <summary>Addresses of the two lines.</summary>
internal static class HelplinePlaces
{
    public const string Helpline = "/helpline";
    public const string SupportLine = "/support-line";

    public static string Enquiry(Guid id) => $"{Helpline}/{id:D}";

    public static string Talk(Guid id) => $"{SupportLine}/{id:D}";
}
