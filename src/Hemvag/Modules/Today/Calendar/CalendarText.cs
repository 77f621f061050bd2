using System.Globalization;
using System.Text;

namespace Hemvag.Modules.Today.Calendar;

/// <summary>Something that is due on a day.</summary>
/// <param name="Changed">UTC. When it was last otherwise.</param>
internal sealed record CalendarEvent(Guid Id, DateOnly Day, string Title, DateTime Changed);

/// <summary>Writes a calendar as RFC 5545 asks for it: lines end with CR and LF, and none is longer than 75 octets. Pure.</summary>
internal static class CalendarText
{
    public const string ContentType = "text/calendar; charset=utf-8";

    /// <summary>Octets of a line without its end.</summary>
    public const int LongestLine = 75;

    private const string End = "\r\n";

    // A calendar holds at least one component (RFC 5545, 3.6).
    private static readonly string[] NothingDue =
    [
        "BEGIN:VTIMEZONE",
        "TZID:Etc/UTC",
        "BEGIN:STANDARD",
        "DTSTART:19700101T000000",
        "TZOFFSETFROM:+0000",
        "TZOFFSETTO:+0000",
        "END:STANDARD",
        "END:VTIMEZONE",
    ];

    /// <param name="name">What the calendar is called in its reader's list.</param>
    public static string Write(string name, IReadOnlyList<CalendarEvent> events)
    {
        var text = new StringBuilder();
        string[] head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Hemvag//Hemvag//SV", "CALSCALE:GREGORIAN", $"X-WR-CALNAME:{Escaped(name)}"];
        foreach (var line in head.Concat(events.Count == 0 ? NothingDue : events.SelectMany(Lines)).Append("END:VCALENDAR"))
        {
            AppendFolded(text, line);
        }

        return text.ToString();
    }

    private static IEnumerable<string> Lines(CalendarEvent due) =>
        [
            "BEGIN:VEVENT",
            $"UID:{due.Id:D}@hemvag",
            $"DTSTAMP:{due.Changed.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}",
            $"DTSTART;VALUE=DATE:{Day(due.Day)}",
            $"DTEND;VALUE=DATE:{Day(due.Day.AddDays(1))}",
            $"SUMMARY:{Escaped(due.Title)}",
            "CLASS:PRIVATE",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ];

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (var letter in text.ReplaceLineEndings("\n"))
        {
            escaped.Append(
                letter switch
                {
                    '\\' or ';' or ',' => $"\\{letter}",
                    '\n' => "\\n",
                    _ when char.IsControl(letter) => "",
                    _ => letter.ToString(),
                }
            );
        }

        return escaped.ToString();
    }

    // Between letters, never within one: a line is cut by octets. What goes on begins with a space, which counts.
    private static void AppendFolded(StringBuilder text, string line)
    {
        var length = 0;
        foreach (var letter in line.EnumerateRunes())
        {
            if (length + letter.Utf8SequenceLength > LongestLine)
            {
                text.Append(End).Append(' ');
                length = 1;
            }

            text.Append(letter.ToString());
            length += letter.Utf8SequenceLength;
        }

        text.Append(End);
    }
}
