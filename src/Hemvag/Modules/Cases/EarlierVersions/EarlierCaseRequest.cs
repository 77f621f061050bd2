using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Cases.EarlierVersions;

/// <summary>A case that began under an earlier version: from the archive, or one that still runs.</summary>
/// <param name="Happened">What has happened so far, each with its day. The first contact is always there.</param>
/// <param name="Ground">On which ground it was closed; null while it is open.</param>
/// <param name="Source">Where the papers are; sealed.</param>
internal sealed record EarlierCaseRequest(
    string ProgrammeId,
    IdentityPayload Identity,
    IReadOnlyDictionary<MilestoneKind, DateOnly> Happened,
    ClosingGround? Ground,
    string? Source
);
