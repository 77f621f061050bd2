using Hemvag.Data;

namespace Hemvag.Modules.Retention;

/// <summary>Why something about erasing was refused.</summary>
internal static class RetentionRefusals
{
    public static readonly Refusal ErasureNotWaiting = Of("ErasureNotWaiting");
    public static readonly Refusal ErasureSamePerson = Of("ErasureSamePerson");
    public static readonly Refusal ErasureNotDue = Of("ErasureNotDue");
    public static readonly Refusal ErasureSomethingNew = Of("ErasureSomethingNew");
    public static readonly Refusal ErasureAlreadyPrepared = Of("ErasureAlreadyPrepared");
    public static readonly Refusal ErasureNothingThere = Of("ErasureNothingThere");
    public static readonly Refusal ErasureMoneyKept = Of("ErasureMoneyKept");
    public static readonly Refusal ErasureCaseUnknown = Of("ErasureCaseUnknown");

    private static Refusal Of(string name) => new(name, typeof(RetentionTexts));
}
