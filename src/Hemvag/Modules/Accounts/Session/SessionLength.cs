namespace Hemvag.Modules.Accounts.Session;

/// <summary>How long a person stays signed in.</summary>
internal static class SessionLength
{
    /// <summary>Without a request.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>At most, however busy: a working day.</summary>
    public static readonly TimeSpan Absolute = TimeSpan.FromHours(10);

    /// <summary>To type the code after the password.</summary>
    public static readonly TimeSpan BetweenPasswordAndCode = TimeSpan.FromMinutes(5);

    /// <summary>To set up the second factor, at most: until then the session rests on one factor alone.</summary>
    public static readonly TimeSpan ToSetUp = TimeSpan.FromMinutes(30);

    /// <summary>So long a fresh proof lets someone change the ways in.</summary>
    public static readonly TimeSpan Proof = TimeSpan.FromMinutes(10);
}
