using Hemvag.Web.TagHelpers;

namespace Hemvag.Web.Refused;

/// <summary>
/// What was typed in a form that the page no longer shows, because someone else has done the same meanwhile: it is not saved, and is shown to
/// be copied before it is lost.
/// </summary>
internal static class TypedAndGone
{
    /// <summary>Asked by a layout, after the page itself has been rendered. Words of the program and ids are left out.</summary>
    public static IReadOnlyList<string> Of(HttpContext http)
    {
        if (!http.Response.Headers.ContainsKey(RefusalFilter.Header) || !http.Request.HasFormContentType)
        {
            return [];
        }

        var shown = FieldLabels.Of(http);
        return
        [
            .. http
                .Request.Form.Where(f => !shown.TryGet(f.Key, out _))
                .SelectMany(f => f.Value.OfType<string>())
                .Where(IsWritten)
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private static bool IsWritten(string text) => text.Any(c => char.IsWhiteSpace(c) || !char.IsAscii(c)) && !string.IsNullOrWhiteSpace(text);
}
