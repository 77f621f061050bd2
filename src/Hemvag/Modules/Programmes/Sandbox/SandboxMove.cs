namespace Hemvag.Modules.Programmes.Sandbox;

/// <summary>What someone does with the invented case: words of closed lists alone, so that nothing about a person can stand in it.</summary>
internal abstract record SandboxMove
{
    private const char Between = ':';
    private const char Next = '.';

    /// <summary>The most moves a form carries; a version has a few dozen milestones and gates.</summary>
    public const int Most = 400;

    /// <summary>As a form carries it: <c>set:Referred:RegionalCoordinator</c>.</summary>
    public abstract string Word { get; }

    /// <summary>Says that a gate is met.</summary>
    internal sealed record Tick(GateKind Met) : SandboxMove
    {
        public override string Word => $"tick{Between}{Met}";
    }

    /// <summary>Sets a milestone in a role.</summary>
    internal sealed record Set(MilestoneKind Milestone, Role Role) : SandboxMove
    {
        public override string Word => $"set{Between}{Milestone}{Between}{Role}";
    }

    /// <summary>Pays from a line.</summary>
    internal sealed record Pay(SandboxBeneficiary Beneficiary, EntitlementCategory Category, SandboxAmount Amount) : SandboxMove
    {
        public override string Word => $"pay{Between}{Beneficiary}{Between}{Category}{Between}{Amount}";
    }

    public static string Write(IEnumerable<SandboxMove> moves) => string.Join(Next, moves.Select(move => move.Word));

    /// <returns>Null when a word is none of ours, or there are too many.</returns>
    public static IReadOnlyList<SandboxMove>? Read(string? words)
    {
        if (string.IsNullOrEmpty(words))
        {
            return [];
        }

        var moves = words.Split(Next).Select(One).ToList();
        return moves.Count <= Most && moves.All(move => move is not null) ? [.. moves.OfType<SandboxMove>()] : null;
    }

    /// <returns>Null when it is none of ours.</returns>
    public static SandboxMove? One(string? word) =>
        word?.Split(Between) switch
        {
            ["tick", var gate] when Is<GateKind>(gate, out var kind) => new Tick(kind),
            ["set", var milestone, var role] when Is<MilestoneKind>(milestone, out var kind) && Is<Role>(role, out var who) => new Set(kind, who),
            ["pay", var whom, var category, var amount]
                when Is<SandboxBeneficiary>(whom, out var beneficiary)
                    && Is<EntitlementCategory>(category, out var line)
                    && Is<SandboxAmount>(amount, out var much) => new Pay(beneficiary, line, much),
            _ => null,
        };

    // By its exact name: a number would pass for a word too.
    private static bool Is<T>(string word, out T found)
        where T : struct, Enum
    {
        found = default;
        return Enum.GetNames<T>().Contains(word, StringComparer.Ordinal) && Enum.TryParse(word, out found);
    }
}

/// <summary>For whom a line of the invented case is paid.</summary>
internal enum SandboxBeneficiary
{
    Adult,
    Child,
}

/// <summary>How much is paid in the invented case.</summary>
internal enum SandboxAmount
{
    /// <summary>The next instalment of the line's plan.</summary>
    Instalment,

    /// <summary>All that is left below the ceiling.</summary>
    Rest,

    /// <summary>The least amount above what is left, to see it refused.</summary>
    TooMuch,
}
