using Hemvag.Modules.Cases;

namespace Hemvag.Modules.Children;

/// <summary>Last parts of the addresses of the pages of children.</summary>
internal static class ChildrenPages
{
    public static string Child(Guid childId) => $"{CaseLinks.Children}/{childId:D}";

    public static string Identity(Guid childId) => $"{Child(childId)}/identity";

    public static string Guardian(Guid guardianId) => $"{CaseLinks.Guardians}/{guardianId:D}";
}
