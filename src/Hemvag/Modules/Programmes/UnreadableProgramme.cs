using System.Text;
using System.Text.Json;

namespace Hemvag.Modules.Programmes;

/// <summary>Says in one sentence what the strict reader of a programme file expected.</summary>
internal static class UnreadableProgramme
{
    private const string WrongKind =
        "another kind of value (an amount is a whole number of minor units, a day is \"yyyy-mm-dd\", a text has sv and en)";

    private const string Unmapped = "could not be mapped to any .NET member";
    private const string Missing = "was missing required properties including:";
    private const string Twice = "Duplicate property";
    private const string NoNull = "doesn't allow null values";
    private const string WrongKindMark = "could not be converted to";

    public static ProgrammeFileError Error(string name, JsonException wrong, ReadOnlySpan<byte> text) =>
        NotJsonFrom(wrong, text) is { } from
            ? new ProgrammeFileError(
                name,
                Path(wrong),
                FormattableString.Invariant($"JSON, broken in line {from.Line} at character {from.Character}"),
                from
            )
            : new ProgrammeFileError(name, Path(wrong), Expected(wrong));

    private static string Path(JsonException wrong) => wrong.Path ?? "$";

    private static string Expected(JsonException wrong)
    {
        var message = wrong.Message;
        return message switch
        {
            // The reader's own words name types of ours, which say nothing to whoever edits the file.
            _ when message.Contains(Unmapped, StringComparison.Ordinal) => $"no property {Quoted(message)} here",
            _ when message.Contains(Missing, StringComparison.Ordinal) => $"also {AfterColon(message)}",
            _ when message.Contains(Twice, StringComparison.Ordinal) => $"{Quoted(message)} once",
            _ when message.Contains(NoNull, StringComparison.Ordinal) => $"a value for '{wrong.Path?.Split('.')[^1]}', not null",
            _ when message.Contains(WrongKindMark, StringComparison.Ordinal) => WrongKind,
            _ => WithoutPlace(message),
        };
    }

    // What the text is not JSON by, the reader wraps; all else it throws is about the programme. It counts from 0, and along a line in bytes.
    private static TextPlace? NotJsonFrom(JsonException wrong, ReadOnlySpan<byte> text)
    {
        if (wrong is not { InnerException: JsonException, LineNumber: { } line, BytePositionInLine: { } bytes })
        {
            return null;
        }

        var rest = text;
        for (var passed = 0L; passed < line; passed++)
        {
            rest = rest[(rest.IndexOf((byte)'\n') + 1)..];
        }

        return new TextPlace(line + 1, Encoding.UTF8.GetCharCount(rest[..(int)Math.Min(bytes, rest.Length)]) + 1);
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
