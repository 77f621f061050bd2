namespace Hemvag.Modules.Accounts.Passwords;

/// <summary>Passwords that everyone tries first. A password is also common when it is a common one with digits or signs around it, or repeats.</summary>
internal static class CommonPasswords
{
    private static readonly Lazy<HashSet<string>> Known = new(Read);

    public static bool Contain(string password)
    {
        var small = password.ToLowerInvariant();
        var core = small.Trim([.. "0123456789 !?.,-_*#@+"]);
        // "x" many times over, or a short word repeated.
        return Known.Value.Contains(small) || (core.Length < small.Length && (core.Length < 3 || Known.Value.Contains(core))) || Repeats(small);
    }

    private static bool Repeats(string text) =>
        Enumerable.Range(1, text.Length / 2).Any(n => text.Length % n == 0 && text == string.Concat(Enumerable.Repeat(text[..n], text.Length / n)));

    private static HashSet<string> Read()
    {
        using var stream =
            typeof(CommonPasswords).Assembly.GetManifestResourceStream("accounts/common-passwords.txt")
            ?? throw new InvalidDataException("The list of common passwords is missing.");
        using var reader = new StreamReader(stream);
        return reader
            .ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToHashSet(StringComparer.Ordinal);
    }
}
