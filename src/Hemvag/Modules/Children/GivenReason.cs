using Hemvag.Data;

namespace Hemvag.Modules.Children;

/// <summary>What takes something back from a child or its guardians is never done without a word on why.</summary>
internal static class GivenReason
{
    /// <param name="field">The field of the form that holds it.</param>
    /// <exception cref="RefusedException">ChildReasonMissing.</exception>
    public static string Require(string? reason, string field) =>
        string.IsNullOrWhiteSpace(reason) ? throw new RefusedException(ChildrenRefusals.ChildReasonMissing, field) : reason;
}
