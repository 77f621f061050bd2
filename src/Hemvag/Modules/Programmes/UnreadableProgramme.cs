using System.Text.Json;

namespace Hemvag.Modules.Programmes;

/// <summary>Says in one sentence what the strict reader of a programme file expected.</summary>
internal static class UnreadableProgramme
{
    private const string WrongKind =
        "another kind of value (an amount is a whole number of minor units, a day is \"yyyy-mm-dd\", a text has sv and en)";

    private const string Unmapped = "could not be mapped to any .NET member";
    private const string Missing = "was missing required properties including:";
    private const string NoNull = "doesn't allow null values";
    private const string WrongKindMark = "could not be converted to";

    public static string Expected(JsonException wrong)
    {
        var message = wrong.Message;
        return message switch
        {
            // The reader's own words name types of ours, which say nothing to whoever edits the file.
            _ when message.Contains(Unmapped, StringComparison.Ordinal) => $"no property {Quoted(message)} here",
            _ when message.Contains(Missing, StringComparison.Ordinal) => $"also {AfterColon(message)}",
            _ when message.Contains(NoNull, StringComparison.Ordinal) => $"a value for '{wrong.Path?.Split('.')[^1]}', not null",
            _ when message.Contains(WrongKindMark, StringComparison.Ordinal) => WrongKind,
            _ => WithoutPlace(message),
        };
    }

    private static string Quoted(string message) => message.Split('\'') is [_, var name, ..] ? $"'{name}'" : "of this name";

    private static string AfterColon(string message) =>
        WithoutPlace(message[(message.IndexOf(Missing, StringComparison.Ordinal) + Missing.Length)..]).Trim(' ', '.');

    // The reader appends where it was; the path stands in the error already.
    private static string WithoutPlace(string message)
    {
        var cut = message.IndexOf(" Path: $", StringComparison.Ordinal);
        return cut < 0 ? message : message[..cut];
    }
}
