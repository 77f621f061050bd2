using System.Text;
using AngleSharp.Html.Dom;
using Hemvag.TestKit;
using Hemvag.TestKit.Pages;
using Hemvag.Web.Binding;

namespace Hemvag.Tests.Security;

/// <summary>What is wrong with the answer to one hostile input: broken, run, half saved, unsaid, or lost.</summary>
internal static class HostileJudge
{
    public static IEnumerable<string> Faults(PageAnswer answer, FoundForm found, string field, HostileInput input, int did)
    {
        if (
            answer.Body.Contains("<script>document.title", StringComparison.Ordinal)
            || answer.Document.QuerySelector("[onerror], [onfocus], h1:contains('hemvag-hostile')") is not null
        )
        {
            yield return "what was typed is part of the page";
        }

        switch ((int)answer.Status)
        {
            case >= 500:
                yield return $"{(int)answer.Status}";
                break;
            case 422:
                foreach (var fault in Refused(answer, found, field, input, did))
                {
                    yield return fault;
                }

                break;
            case 302 when did > 1:
                yield return $"{did} operations";
                break;
            case 200 or 302:
                break;
            // The framework reads no form with a NUL or broken text in it: nothing is done, and the neutral page says so.
            case 400 or 413 when input.Category is HostileCategory.TooLong or HostileCategory.BrokenUnicode or HostileCategory.Control && did == 0:
                break;
            default:
                yield return $"{(int)answer.Status} {answer.Text[..Math.Min(80, answer.Text.Length)]}";
                break;
        }
    }

    private static IEnumerable<string> Refused(PageAnswer answer, FoundForm found, string field, HostileInput input, int did)
    {
        if (answer.Refusal is null)
        {
            yield return "422 without the name of its refusal";
        }

        // A section of a form keeps what could be kept, and says so.
        if (did > (found.Key.Contains(" f.", StringComparison.Ordinal) || answer.Refusal == "SomeNotSaved" ? 1 : 0))
        {
            yield return $"refused with {answer.Refusal} and yet did {did} operations";
        }

        if (answer.Document.QuerySelector("[role=alert] li") is not { } sentence || sentence.TextContent.Trim().Length < 5)
        {
            yield return $"refused with {answer.Refusal} and no sentence";
        }

        if (
            input.Value is { Length: > 0 and < 1000 } typed
            && input.Category is not HostileCategory.BrokenUnicode
            && Shown(answer, field) is { Type: not "password" } shown
        )
        {
            if (Normal(shown.Value) != Normal(typed))
            {
                yield return $"what was typed is not kept but [{shown.Value}] ({answer.Refusal})";
            }
        }
        else if (input.Value is { Length: > 0 and < 1000 } && Shown(answer, field) is null)
        {
            yield return $"the field is gone after {answer.Refusal}";
        }
    }

    private static (string Type, string Value)? Shown(PageAnswer answer, string field) =>
        answer.Document.QuerySelectorAll("main [name]").FirstOrDefault(e => e.GetAttribute("name") == field) switch
        {
            IHtmlTextAreaElement area => ("textarea", area.Value),
            IHtmlInputElement input => (input.Type, input.Value),
            _ => null,
        };

    // Whether cleaned or raw, and with the line ends of either.
    private static string Normal(string text) =>
        TypedText
            .Clean(text.ReplaceLineEndings(" ").Replace('\t', ' '))
            .Normalize(NormalizationForm.FormC)
            .Replace("  ", " ", StringComparison.Ordinal);
}
