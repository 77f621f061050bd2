using Microsoft.Extensions.Localization;

namespace Hemvag.Web.TagHelpers;

/// <summary>One answer to choose.</summary>
/// <param name="Value">What is posted: the enum's name, an id.</param>
/// <param name="Quiet">Set in the second ink: "not asked", "does not want to say".</param>
/// <param name="Hint">A second line under the answer.</param>
public sealed record Choice(string Value, string Text, bool Quiet = false, string? Hint = null);

/// <summary>Makes the choices of a field.</summary>
public static class Choices
{
    /// <summary>Every word of the enum, in its order, with the text of the key <c>{Enum}.{Name}</c>.</summary>
    /// <param name="texts">The module's texts.</param>
    /// <param name="quiet">The words that stand in the second ink.</param>
    public static IReadOnlyList<Choice> Of<TEnum>(IStringLocalizer texts, params TEnum[] quiet)
        where TEnum : struct, Enum =>
        [.. Enum.GetValues<TEnum>().Select(word => new Choice(word.ToString(), texts[$"{typeof(TEnum).Name}.{word}"], quiet.Contains(word)))];

    /// <summary>Yes and no for a <c>bool?</c>; with <paramref name="notAsked"/> a third, quiet one that posts nothing.</summary>
    public static IReadOnlyList<Choice> YesNo(string yes, string no, string? notAsked = null) =>
        notAsked is null ? [new("true", yes), new("false", no)] : [new("true", yes), new("false", no), new("", notAsked, Quiet: true)];
}
