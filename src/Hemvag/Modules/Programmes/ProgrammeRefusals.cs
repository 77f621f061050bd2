using Hemvag.Data;

namespace Hemvag.Modules.Programmes;

/// <summary>Why something about a programme version was refused.</summary>
internal static class ProgrammeRefusals
{
    public static readonly Refusal SandboxClosed = Of("SandboxClosed");
    public static readonly Refusal SandboxNotHere = Of("SandboxNotHere");
    public static readonly Refusal SandboxAlready = Of("SandboxAlready");
    public static readonly Refusal SandboxNotThisRole = Of("SandboxNotThisRole");
    public static readonly Refusal SandboxTooEarly = Of("SandboxTooEarly");
    public static readonly Refusal SandboxGateOpen = Of("SandboxGateOpen");
    public static readonly Refusal SandboxMoneyClosed = Of("SandboxMoneyClosed");
    public static readonly Refusal SandboxCeiling = Of("SandboxCeiling");
    public static readonly Refusal VersionExists = Of("VersionExists");

    private static Refusal Of(string name) => new(name, typeof(ProgrammesTexts));
}
