namespace Hemvag.Modules.Cases;

/// <summary>Why something that was told is taken back. A choice and no free text: it stands in the trail.</summary>
internal enum NotSoReason
{
    /// <summary>The wrong button.</summary>
    WrongTap,

    /// <summary>Another case was meant.</summary>
    WrongCase,

    /// <summary>It was told in good faith, and is not so.</summary>
    WasNotSo,
}
