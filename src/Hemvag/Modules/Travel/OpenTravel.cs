using Hemvag.Modules.Cases;

namespace Hemvag.Modules.Travel;

/// <summary>The button that opens the compartment Travel and comes back.</summary>
/// <param name="Return">The page of the case to come back to, as the last part of its address.</param>
internal sealed record OpenTravel(CaseHandle Handle, string Return)
{
    /// <summary>What it is opened for, as a word of the program.</summary>
    public const string Purpose = "travel";
}
