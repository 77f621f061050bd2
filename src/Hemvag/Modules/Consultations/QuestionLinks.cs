namespace Hemvag.Modules.Consultations;

/// <summary>Addresses of the pages of questions.</summary>
internal static class QuestionLinks
{
    public const string List = "/questions";
    public const string New = "/questions/new";

    /// <param name="page">"write", "end", "case"; empty for the thread itself.</param>
    public static string To(Guid id, string page = "") => page.Length == 0 ? $"/questions/{id:D}" : $"/questions/{id:D}/{page}";
}
