namespace Hemvag.Modules.Accounts.SigningIn;

/// <summary>How long an account stands still after failures: not at all for the first four, then one minute, doubling up to half an hour.</summary>
internal static class SignInLock
{
    private const int Free = 4;
    private const int MostMinutes = 30;

    /// <param name="failures">Failures since the last success, this one included.</param>
    public static TimeSpan After(int failures) =>
        failures <= Free ? TimeSpan.Zero : TimeSpan.FromMinutes(Math.Min(MostMinutes, Math.Pow(2, Math.Min(failures - Free - 1, 10))));
}
