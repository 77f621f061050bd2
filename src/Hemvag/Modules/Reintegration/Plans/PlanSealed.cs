using Hemvag.Sealing;

namespace Hemvag.Modules.Reintegration.Plans;

/// <summary>What an item says in words.</summary>
/// <param name="Note">Who said which line pays, where the programme leaves it open.</param>
internal sealed record PlanItemText(string Goal, string? Provider, string? Description, string? Note) : ISealedPayload
{
    public static string Kind => "plan-item";

    public static int SchemaVersion => 1;
}

/// <summary>Who interpreted when the person said yes to the plan.</summary>
internal sealed record PlanInterpreter(string Name) : ISealedPayload
{
    public static string Kind => "plan-interpreter";

    public static int SchemaVersion => 1;
}

/// <summary>Names of the plan's sealed texts, all in the compartment Protection.</summary>
internal static class PlanSubjects
{
    public const string AllItems = "plan.";

    public static string Item(Guid itemId) => $"{AllItems}{itemId:N}";

    public const string AllInterpreters = "plan-interpreter.";

    public static string Interpreter(Guid agreementId) => $"{AllInterpreters}{agreementId:N}";
}
