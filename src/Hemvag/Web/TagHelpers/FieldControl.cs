namespace Hemvag.Web.TagHelpers;

/// <summary>What is to be drawn of one field, decided already.</summary>
internal sealed record FieldControl(string Name, string Id, string Kind, IReadOnlyList<string> Values, IReadOnlyList<Choice> Choices)
{
    public string? Error { get; init; }
    public bool HasHint { get; init; }
    public bool IsRequired { get; init; }
    public int Rows { get; init; }
    public string? Nothing { get; init; }
    public bool Stacked { get; init; }
    public string? Accept { get; init; }
    public string? Autocomplete { get; init; }
    public string? Placeholder { get; init; }

    public bool IsWrong => !string.IsNullOrEmpty(Error);
    public string HintId => Id + "_hint";
    public string ErrorId => Id + "_error";

    /// <summary>Where the error summary's link lands: the control, or the first of a group.</summary>
    public string FirstId => Kind is "radio" or "checks" && Choices.Count > 0 ? ChoiceId(0) : Id;

    public string? DescribedBy =>
        (HasHint, IsWrong) switch
        {
            (true, true) => $"{HintId} {ErrorId}",
            (true, false) => HintId,
            (false, true) => ErrorId,
            (false, false) => null,
        };

    public string ChoiceId(int index) => FormattableString.Invariant($"{Id}_{index}");
}
