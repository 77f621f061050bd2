using Hemvag.Data;

namespace Hemvag.Modules.CashSupport.Import;

/// <summary>Why a whole file, or something about an import, was refused. What is wrong with single rows stands on the rows.</summary>
internal static class CashImportRefusals
{
    public static readonly Refusal FileMissing = Of("ImportFileMissing");
    public static readonly Refusal FileTooLarge = Of("ImportFileTooLarge");
    public static readonly Refusal FileKindUnknown = Of("ImportFileKindUnknown");
    public static readonly Refusal EncodingUnclear = Of("ImportEncodingUnclear");
    public static readonly Refusal HeadingsMissing = Of("ImportHeadingsMissing");
    public static readonly Refusal HeadingTwice = Of("ImportHeadingTwice");
    public static readonly Refusal HeadingUnknown = Of("ImportHeadingUnknown");
    public static readonly Refusal NoRows = Of("ImportNoRows");
    public static readonly Refusal TooManyRows = Of("ImportTooManyRows");
    public static readonly Refusal WorkbookProtected = Of("ImportWorkbookProtected");
    public static readonly Refusal WorkbookBroken = Of("ImportWorkbookBroken");
    public static readonly Refusal WorkbookTooLarge = Of("ImportWorkbookTooLarge");
    public static readonly Refusal WorkbookHasMacros = Of("ImportWorkbookHasMacros");
    public static readonly Refusal WorkbookHasLinks = Of("ImportWorkbookHasLinks");
    public static readonly Refusal WorkbookManySheets = Of("ImportWorkbookManySheets");
    public static readonly Refusal ImportHasEnded = Of("ImportHasEnded");
    public static readonly Refusal ImportRuns = Of("ImportRuns");
    public static readonly Refusal ImportNothingReady = Of("ImportNothingReady");
    public static readonly Refusal ImportNotYours = Of("ImportNotYours");
    public static readonly Refusal ImportEndNotConfirmed = Of("ImportEndNotConfirmed");

    private static Refusal Of(string name) => new(name, typeof(CashImportTexts));
}
