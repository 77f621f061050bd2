namespace Hemvag.TestKit;

/// <summary>How often something is tried: few times under <c>make test</c>, many under <c>make test-long</c>.</summary>
public static class LongRun
{
    public static bool Enabled { get; } = Environment.GetEnvironmentVariable("HEMVAG_LONG") == "1";

    public static int Count(int inShort, int inLong) => Enabled ? inLong : inShort;
}
