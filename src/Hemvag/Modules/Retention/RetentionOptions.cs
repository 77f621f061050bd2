namespace Hemvag.Modules.Retention;

/// <summary>Section <c>Retention</c> of the configuration.</summary>
internal sealed record RetentionOptions
{
    /// <summary>Days between the second person's yes and the erasure (not from the seeds).</summary>
    public int GraceDays { get; init; } = 30;

    /// <summary>Days until the last backup that holds a destroyed key is gone; as the backups are kept.</summary>
    public int BackupDays { get; init; } = 35;
}
