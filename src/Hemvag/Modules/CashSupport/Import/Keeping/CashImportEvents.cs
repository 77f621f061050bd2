using Hemvag.Auditing;

namespace Hemvag.Modules.CashSupport.Import.Keeping;

/// <summary>A file of decisions was uploaded and read; its rows are sealed under the import's own keys.</summary>
/// <param name="Bad">Rows that cannot be entered as they stand, with those of the same decision.</param>
internal sealed record CashImportUploaded(string Number, int Rows, int Decisions, int Bad) : IEvent;

/// <summary>Its decisions are entered from now on, one by one.</summary>
internal sealed record CashImportStarted(int Decisions) : IEvent;

/// <summary>Some of its decisions were entered, or refused when they were to be.</summary>
internal sealed record CashImportAdvanced(int Entered, int Refused) : IEvent;

/// <summary>Everything that could be entered is; what is bad is left to correct.</summary>
internal sealed record CashImportWorked : IEvent;

/// <summary>Nobody enters it: the officer works there no more.</summary>
internal sealed record CashImportPaused(Guid OfficerId) : IEvent;

/// <summary>A colleague of an officer who has left goes on with it.</summary>
internal sealed record CashImportTakenOver(Guid AccountId) : IEvent;

/// <summary>It has ended and its keys are gone.</summary>
/// <param name="AccountId">Null when all of it was entered or its last day had passed.</param>
/// <param name="Skipped">Rows that were ready and are not entered.</param>
internal sealed record CashImportEnded(Guid? AccountId, int Skipped) : IEvent;
