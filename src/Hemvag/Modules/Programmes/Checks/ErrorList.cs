namespace Hemvag.Modules.Programmes.Checks;

/// <summary>Collects the errors of one file.</summary>
internal sealed class ErrorList(string file)
{
    private readonly List<ProgrammeFileError> _errors = [];

    public IReadOnlyList<ProgrammeFileError> Errors => _errors;

    /// <summary>True when a value is null where one must be.</summary>
    public bool Misses { get; private set; }

    /// <summary>Requires a value; without one the rules that read it are not asked.</summary>
    public void RequireValue(object? value, string path)
    {
        Misses |= value is null;
        Require(value is not null, path, "a value, found null");
    }

    /// <summary>True when something stands twice that must stand once.</summary>
    public bool Repeats { get; private set; }

    public void RequireOnce(bool holds, string path, string expected)
    {
        Repeats |= !holds;
        Require(holds, path, expected);
    }

    public void Add(string path, string expected) => _errors.Add(new ProgrammeFileError(file, path, expected));

    public void Require(bool holds, string path, string expected)
    {
        if (!holds)
        {
            Add(path, expected);
        }
    }
}
