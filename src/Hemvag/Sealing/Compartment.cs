namespace Hemvag.Sealing;

/// <summary>
/// A class of sealed data. Each case has one key of its own per compartment, so a compartment can be opened,
/// consented to, disclosed and erased alone. The numbers are part of sealed bytes and never change.
/// </summary>
[Flags]
internal enum Compartment
{
    /// <summary>No compartment: nothing sealed may be read.</summary>
    None = 0,

    /// <summary>Who she is: names, date of birth, citizenship, languages, identity and travel document numbers, accompanying children.</summary>
    Identity = 1,

    /// <summary>How she is reached: phones, addresses, mail, safe-contact rules, trusted persons, code and duress words.</summary>
    Contact = 2,

    /// <summary>What threatens her: exposure, traffickers, risk table, protective measures, shelter.</summary>
    Protection = 4,

    /// <summary>Health and care: illnesses, medicines, fitness to travel, health costs in words.</summary>
    Health = 8,

    /// <summary>The journey: places, dates, tickets, transit, escort, who meets her and where.</summary>
    Travel = 16,

    /// <summary>Police reports, trials, testimony, damages, residence permits and decisions.</summary>
    Justice = 32,

    /// <summary>Where money is sent: account numbers, banks, pick-up details, receipts.</summary>
    Bank = 64,

    /// <summary>Free text about the case that belongs to no other compartment.</summary>
    Notes = 128,
}

/// <summary>Enumerates and checks <see cref="Compartment"/> values.</summary>
internal static class Compartments
{
    private static readonly Compartment[] singles = [.. Enum.GetValues<Compartment>().Where(c => c != Compartment.None)];

    /// <summary>Every compartment at once.</summary>
    public const Compartment All =
        Compartment.Identity
        | Compartment.Contact
        | Compartment.Protection
        | Compartment.Health
        | Compartment.Travel
        | Compartment.Justice
        | Compartment.Bank
        | Compartment.Notes;

    /// <summary>The single compartments contained in <paramref name="flags"/>, in the order of their numbers.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A bit names no compartment.</exception>
    public static IEnumerable<Compartment> Each(Compartment flags) =>
        (flags & ~All) == Compartment.None
            ? singles.Where(single => (flags & single) != Compartment.None)
            : throw new ArgumentOutOfRangeException(nameof(flags), flags, "A bit names no compartment.");

    /// <summary>Sealing binds exactly one compartment; a mixture is a mistake of the caller.</summary>
    /// <exception cref="ArgumentOutOfRangeException">None or several compartments were given.</exception>
    public static void RequireSingle(Compartment compartment)
    {
        if (!singles.Contains(compartment))
            throw new ArgumentOutOfRangeException(nameof(compartment), compartment, "Exactly one compartment is needed.");
    }
}
