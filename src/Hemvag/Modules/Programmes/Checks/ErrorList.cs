namespace Hemvag.Modules.Programmes.Checks;

/// <summary>Collects the errors of one file.</summary>
internal sealed class ErrorList(string file)
{
    private readonly List<ProgrammeFileError> _errors = [];

    public IReadOnlyList<ProgrammeFileError> Errors => _errors;

    public void Add(string path, string expected) => _errors.Add(new ProgrammeFileError(file, path, expected));

    public void Require(bool holds, string path, string expected)
    {
        if (!holds)
        {
            Add(path, expected);
        }
    }
}
