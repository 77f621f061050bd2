namespace Hemvag.Modules.Assessments.Eligibility;

/// <summary>What was found about one criterion. Only <see cref="Met"/> speaks for taking part.</summary>
internal enum CriterionAnswer
{
    Met,
    NotMet,
    NotAsked,
    DoesNotWantToSay,
}
