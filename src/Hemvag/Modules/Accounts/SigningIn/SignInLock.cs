namespace Hemvag.Modules.Accounts.SigningIn;

/// <summary>How long attempts stand still after failures: not at all for the first few, then one minute, doubling up to half an hour.</summary>
internal static class SignInLock
{
    private const int Free = 4;
    private const int MostMinutes = 30;

    // Beyond what one network alone is let fail: so far a single attacker does not come.
    private const int FreeFromAnywhere = 24;

    /// <summary>Of one account, from one network or from one known device.</summary>
    /// <param name="failures">Failures since the last success, this one included.</param>
    public static TimeSpan After(int failures) => After(failures, Free);

    /// <summary>Of one account, from all networks and unknown devices together.</summary>
    public static TimeSpan AfterFromAnywhere(int failures) => After(failures, FreeFromAnywhere);

    private static TimeSpan After(int failures, int free) =>
        failures <= free ? TimeSpan.Zero : TimeSpan.FromMinutes(Math.Min(MostMinutes, Math.Pow(2, Math.Min(failures - free - 1, 10))));
}
