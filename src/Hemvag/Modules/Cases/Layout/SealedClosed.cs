using Hemvag.Sealing;

namespace Hemvag.Modules.Cases;

/// <summary>A closed compartment as a page shows it (partial <c>_SealedClosed</c>): what is inside, and a button that opens it.</summary>
/// <param name="Title">In the reader's language.</param>
/// <param name="Holds">What is inside, in general words.</param>
/// <param name="Purpose">The task: one of <see cref="Opening.OpeningPurposes"/>.</param>
/// <param name="Return">The page of the case to come back to, as the last part of its address.</param>
internal sealed record SealedClosed(Guid CaseId, Compartment Compartments, string Title, string Holds, string Purpose, string Return);
