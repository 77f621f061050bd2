using Hemvag.Sealing;

namespace Hemvag.Modules.Assessments;

/// <summary>A compartment that is closed, as a page shows it.</summary>
/// <param name="Contains">What is inside, in words.</param>
/// <param name="Purpose">What it would be opened for: a word of the program.</param>
/// <param name="Return">The page of the case to come back to.</param>
internal sealed record ClosedBlock(Guid CaseId, Compartment Compartment, string Contains, string Purpose, string Return, bool MayOpen);
