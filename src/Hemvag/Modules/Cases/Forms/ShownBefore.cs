using Hemvag.Data;

namespace Hemvag.Modules.Cases.Forms;

/// <summary>
/// Small forms that change one thing in clear carry what they had shown of it, as sections carry their version: whoever saves second is shown
/// what the first has saved, and chooses.
/// </summary>
internal static class ShownBefore
{
    /// <exception cref="RefusedException">SectionChanged when it stands otherwise now than the form had shown.</exception>
    public static void Require<T>(T shown, T now)
    {
        if (!EqualityComparer<T>.Default.Equals(shown, now))
        {
            throw new RefusedException(CaseRefusals.SectionChanged);
        }
    }
}
