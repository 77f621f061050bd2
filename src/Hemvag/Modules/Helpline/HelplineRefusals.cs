using Hemvag.Data;

namespace Hemvag.Modules.Helpline;

/// <summary>Why something about a line's log was refused.</summary>
internal static class HelplineRefusals
{
    public static readonly Refusal HelplineTimeNotThere = Of("HelplineTimeNotThere");
    public static readonly Refusal HelplineInFuture = Of("HelplineInFuture");
    public static readonly Refusal HelplineTooLongAgo = Of("HelplineTooLongAgo");
    public static readonly Refusal HelplineCallBackNeedsDay = Of("HelplineCallBackNeedsDay");
    public static readonly Refusal HelplineCallBackDayWrong = Of("HelplineCallBackDayWrong");
    public static readonly Refusal HelplineDayNotNeeded = Of("HelplineDayNotNeeded");
    public static readonly Refusal HelplineNothingToCallBack = Of("HelplineNothingToCallBack");
    public static readonly Refusal HelplineTakenBack = Of("HelplineTakenBack");
    public static readonly Refusal HelplineCaseUnknown = Of("HelplineCaseUnknown");
    public static readonly Refusal HelplineAlreadyLinked = Of("HelplineAlreadyLinked");
    public static readonly Refusal HelplineNotLinked = Of("HelplineNotLinked");
    public static readonly Refusal SupportCountyUnknown = Of("SupportCountyUnknown");

    private static Refusal Of(string name) => new(name, typeof(HelplineTexts));
}
