using Hemvag.TestKit;

namespace Hemvag.Tests.Security;

/// <summary>How much of a case someone sees.</summary>
internal enum Sight
{
    /// <summary>As if it did not exist.</summary>
    Nothing,

    /// <summary>As the role of whoever works on it.</summary>
    Whole,

    /// <summary>What is left after a consent was taken back on the way: the meeting.</summary>
    Minimum,

    /// <summary>A colleague's case, by broken glass: reading, and one compartment.</summary>
    Emergency,
}

/// <param name="Part">Letter of the role in <c>case-pages.txt</c>: P professional, C coordinator, I caseworker of IOM Finland, A approver, L local office.</param>
/// <param name="Opens">The compartments that open, by first letter: Identity, Contact, Protection, Health, Travel, Justice, Bank, Notes.</param>
internal sealed record Seer(string Code, char Part, Sight Sight, string Opens)
{
    /// <summary>IOM Finland's caseworker, in a case whose consent to access to justice names IOM Finland.</summary>
    public bool InThread { get; init; }
}

/// <param name="CaseCode">One of the demo's, brought to that state by <see cref="CaseStateWorld"/>.</param>
internal sealed record CaseSight(string State, string CaseCode, IReadOnlyList<Seer> Seers)
{
    private const string Coordinator = "ICPHTJN";
    private const string Caseworker = "ICPHTJBN";

    // The yes to the contact with an office and the yes to the contact after return, together, and what its work needs of them.
    private const string Office = "ICPTBN";

    private static readonly string[] Few =
    [
        "social-1",
        "vast-1",
        "vast-2",
        "stockholm-1",
        "iom-1",
        "iom-2",
        "approver-1",
        "moldova-1",
        "romania-1",
        "national-1",
        "admin-1",
        "dpo-1",
    ];

    // They saw the case until a hand-over or a withdrawal.
    private IEnumerable<string> Before =>
        CaseCode switch
        {
            "c12" => ["stockholm-2"],
            "c03" => ["stockholm-1"],
            "c07" or "c01" => ["iom-1", "iom-2"],
            _ => [],
        };

    /// <summary>
    /// Written by hand from the promises of security.md, promise 2 and the section "Access", and not from the code: who sees what in
    /// each state. Whoever is not named sees nothing. Payments are approved by whoever holds that role at IOM Finland, and of them no case is one's own.
    /// </summary>
    public static IReadOnlyList<CaseSight> All { get; } =
    [
        // Nobody has taken it: the whole region's, and of whoever brought it.
        Of("matter", "c13", Whole("vast-1", 'C', Coordinator), Whole("vast-2", 'C', Coordinator), Whole("social-1", 'P', "CPN")),
        Of("in assessment", "c11", Whole("vast-1", 'C', Coordinator)),
        Of("applied", "c10", Whole("vast-1", 'C', Coordinator)),
        // Nobody at IOM Finland has taken it on: all caseworkers there.
        Of("referred", "c09", Whole("syd-1", 'C', Coordinator), Whole("iom-1", 'I', Caseworker), Whole("iom-2", 'I', Caseworker)),
        Of("held", "c08", Whole("vast-1", 'C', Coordinator), Whole("iom-1", 'I', Caseworker)),
        // The journey costs something: whoever approves is in from the first cost on.
        Of(
            "on the way",
            "c05",
            Whole("syd-1", 'C', Coordinator),
            Whole("iom-1", 'I', Caseworker),
            Whole("approver-1", 'A', "B"),
            Whole("approver-2", 'A', "B"),
            Whole("romania-1", 'L', Office)
        ),
        Of(
            "arrived, with money",
            "c02",
            Whole("vast-1", 'C', Coordinator),
            Whole("iom-1", 'I', Caseworker) with
            {
                InThread = true,
            },
            Whole("approver-1", 'A', "B"),
            Whole("approver-2", 'A', "B"),
            // Shared with the one who pays.
            Whole("thailand-2", 'L', Office),
            Whole("thailand-1", 'L', Office)
        ),
        Of("with children", "c16", Whole("stockholm-2", 'C', Coordinator), Whole("iom-1", 'I', Caseworker), Whole("romania-1", 'L', Office)),
        Of("a child alone", "c17", Whole("stockholm-2", 'C', Coordinator), Whole("iom-1", 'I', Caseworker), Whole("thailand-1", 'L', Office)),
        Of("closed", "c01", Whole("vast-1", 'C', Coordinator)),
        Of("consent to IOM withdrawn", "c07", Whole("vast-1", 'C', Coordinator), Whole("moldova-1", 'L', Office)),
        // The other coordinator was asked to review a disclosure without consent.
        Of(
            "consent to the office withdrawn on the way",
            "c14",
            Whole("stockholm-2", 'C', Coordinator),
            Whole("stockholm-1", 'C', Coordinator),
            Whole("iom-1", 'I', Caseworker),
            Whole("approver-1", 'A', "B"),
            Whole("approver-2", 'A', "B"),
            new Seer("romania-1", 'L', Sight.Minimum, "CT")
        ),
        // The holder is named; the colleague with whom it is shared, and whoever else works on it, is not.
        Of(
            "protected identity",
            "c06",
            Whole("stockholm-1", 'C', Coordinator),
            Whole("stockholm-2", 'C', "PHTJN"),
            Whole("iom-1", 'I', "PHTJBN"),
            Whole("approver-1", 'A', "B"),
            Whole("approver-2", 'A', "B"),
            Whole("thailand-1", 'L', "PTBN")
        ),
        // In the other region's inbox: all coordinators there, nobody of the one before.
        Of("handed to another region", "c12", Whole("syd-1", 'C', Coordinator)),
        Of(
            "handed to a colleague",
            "c03",
            Whole("stockholm-2", 'C', Coordinator),
            Whole("iom-1", 'I', Caseworker),
            Whole("approver-1", 'A', "B"),
            Whole("approver-2", 'A', "B"),
            // Shared with the one who pays.
            Whole("moldova-2", 'L', Office),
            Whole("moldova-1", 'L', Office)
        ),
        Of(
            "broken glass",
            "c04",
            Whole("vast-1", 'C', Coordinator),
            new Seer("vast-2", 'C', Sight.Emergency, "C"),
            Whole("iom-1", 'I', Caseworker),
            Whole("approver-1", 'A', "B"),
            Whole("approver-2", 'A', "B"),
            // Shared with the one who pays.
            Whole("moldova-2", 'L', Office),
            Whole("moldova-1", 'L', Office)
        ),
    ];

    /// <summary>Those who see it, and those who do not: in the long run every account of the demo.</summary>
    public IEnumerable<Seer> Everyone(IEnumerable<string> accounts) =>
        Seers.Concat(
            (LongRun.Enabled ? accounts : Few.Concat(Before))
                .Except(Seers.Select(s => s.Code), StringComparer.Ordinal)
                .Select(c => new Seer(c, '-', Sight.Nothing, ""))
        );

    /// <summary>Changes are tried by those who see it otherwise than whole or closed, and by some of those who see nothing: each of them a second time takes long.</summary>
    public bool IsForShortRun(Seer seer) =>
        seer.Sight switch
        {
            Sight.Whole => State == "closed",
            Sight.Nothing => Array.IndexOf(Few, seer.Code) % 2 == 0 || Before.Contains(seer.Code),
            _ => true,
        };

    public override string ToString() => $"{State} ({CaseCode})";

    private static CaseSight Of(string state, string code, params Seer[] seers) => new(state, code, seers);

    private static Seer Whole(string code, char part, string opens) => new(code, part, Sight.Whole, opens);
}
