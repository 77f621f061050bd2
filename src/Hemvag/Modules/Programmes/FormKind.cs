namespace Hemvag.Modules.Programmes;

/// <summary>The forms that a programme version defines.</summary>
internal enum FormKind
{
    /// <summary>The application filled in by the coordinator with the person (S1.46).</summary>
    Application,

    /// <summary>The needs inventory (S1.24; the older checklist S3.17).</summary>
    NeedsInventory,

    /// <summary>The health assessment before travel (S4.7).</summary>
    HealthAssessment,
}
