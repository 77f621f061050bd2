namespace Hemvag.Modules.Assessments;

/// <summary>Pages of a case that only this module knows, as the last part of their address.</summary>
internal static class AssessmentPages
{
    public const string Investigation = "investigation";

    public const string NewRisk = "risks/new";

    public static string RiskOf(Guid riskId) => $"risks/{riskId:D}";
}
