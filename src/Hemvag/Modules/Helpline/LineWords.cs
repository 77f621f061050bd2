using Hemvag.Web.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Helpline;

/// <summary>The closed lists of both logs as choices of a form.</summary>
internal sealed class LineWords(IStringLocalizer<HelplineTexts> texts)
{
    public string Of<T>(T word)
        where T : struct, Enum => texts[string.Concat(typeof(T).Name, ".", word.ToString())];

    public IReadOnlyList<Choice> Choices<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(w => new Choice(w.ToString(), Of(w)))];

    public string this[string key] => texts[key];
}
