namespace Hemvag.Modules.Programmes.Definition;

/// <summary>A country on the list of a version, for decisions of certain days (S4.18).</summary>
/// <param name="Code">Of the country list.</param>
/// <param name="From">First day of a decision it holds for.</param>
/// <param name="Until">Last day; null while it stands on the list.</param>
internal sealed record DatedCountry(string Code, DateOnly From, IReadOnlyList<string> Source, DateOnly? Until = null)
{
    public bool Holds(DateOnly day) => From <= day && (Until is not { } last || day <= last);
}
