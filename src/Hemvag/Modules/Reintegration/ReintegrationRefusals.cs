using Hemvag.Data;

namespace Hemvag.Modules.Reintegration;

/// <summary>Why something about the plan was refused.</summary>
internal static class ReintegrationRefusals
{
    public static readonly Refusal PlanAboveCeiling = Of("PlanAboveCeiling");
    public static readonly Refusal PlanBeforeSupport = Of("PlanBeforeSupport");
    public static readonly Refusal PlanItemGone = Of("PlanItemGone");
    public static readonly Refusal PlanEmpty = Of("PlanEmpty");
    public static readonly Refusal PlanLineMissing = Of("PlanLineMissing");
    public static readonly Refusal PlanPurposeNotOfLine = Of("PlanPurposeNotOfLine");
    public static readonly Refusal OpenQuestionNoteMissing = Of("OpenQuestionNoteMissing");
    public static readonly Refusal AlreadyAgreed = Of("AlreadyAgreed");
    public static readonly Refusal PartyNotYours = Of("PartyNotYours");
    public static readonly Refusal AgreementLanguageMissing = Of("AgreementLanguageMissing");
    public static readonly Refusal PlanNotAgreedByAll = Of("PlanNotAgreedByAll");

    private static Refusal Of(string name) => new(name, typeof(ReintegrationTexts));
}
