namespace Hemvag.Sealing;

/// <summary>A class of sealed data; each has its own key in every case. Flags, so that a consent can name several.</summary>
[Flags]
internal enum Compartment
{
    None = 0,
    Identity = 1,
    Contact = 2,
    Protection = 4,
    Health = 8,
    Travel = 16,
    Justice = 32,
    Bank = 64,
    Notes = 128,
}
