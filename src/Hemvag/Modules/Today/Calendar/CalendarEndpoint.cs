namespace Hemvag.Modules.Today.Calendar;

/// <summary>GET /calendar/{token}: the calendar of whoever made the address. It changes nothing, and is no page: it is read by programs.</summary>
internal static class CalendarEndpoint
{
    public const string Route = "/calendar/{token}";

    // Some calendars take an address by its ending.
    private const string Ending = ".ics";

    public static string To(string token) => $"/calendar/{token}{Ending}";

    public static async Task<IResult> ReadAsync(string token, HttpContext http, CalendarReading reading, CalendarPace pace)
    {
        var plain = token.EndsWith(Ending, StringComparison.Ordinal) ? token[..^Ending.Length] : token;
        if (await reading.FindAsync(plain) is not { } owner)
        {
            return pace.MayTry(http.Connection.RemoteIpAddress) ? Results.NotFound() : Results.StatusCode(StatusCodes.Status429TooManyRequests);
        }

        return pace.MayRead(owner.FeedId)
            ? Results.Text(await reading.WriteAsync(owner), CalendarText.ContentType)
            : Results.StatusCode(StatusCodes.Status429TooManyRequests);
    }
}
