using Hemvag.Sealing;

namespace Hemvag.Modules.Cases.Consents;

/// <summary>What is left of a consent that is narrowed.</summary>
/// <param name="Recipients">Of those it names.</param>
/// <param name="Compartments">Of those it names.</param>
/// <param name="EndsOn">A last day, or an earlier one than it has; null to leave it as it is.</param>
internal sealed record WhatIsLeft(IReadOnlyCollection<Guid> Recipients, Compartment Compartments, DateOnly? EndsOn);
