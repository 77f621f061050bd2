namespace Hemvag.Modules.Programmes;

/// <summary>Whether a milestone is something someone decides or something that happened.</summary>
internal enum MilestoneNature
{
    /// <summary>Someone does it; gates stand before it.</summary>
    Act,

    /// <summary>It has happened; it can always be recorded, whatever is open.</summary>
    Fact,
}
