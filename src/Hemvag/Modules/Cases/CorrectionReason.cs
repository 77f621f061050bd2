namespace Hemvag.Modules.Cases;

/// <summary>Why the day of a milestone is corrected. A choice and no free text: it stands in the trail.</summary>
internal enum CorrectionReason
{
    /// <summary>The day was mistyped.</summary>
    Mistyped,

    /// <summary>Someone who knows better has told the day.</summary>
    LearntLater,
}
