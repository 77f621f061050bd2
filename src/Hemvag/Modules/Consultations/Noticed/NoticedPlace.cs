using System.Runtime.InteropServices;

namespace Hemvag.Modules.Consultations.Noticed;

/// <summary>What a place in a text looks like.</summary>
internal enum NoticedKind
{
    Name,
    Date,

    /// <summary>A Swedish personnummer, samordningsnummer or number of the asylum office.</summary>
    PersonalNumber,
    Phone,
    Mail,

    /// <summary>A passport, an identity card, a file number, or any long number.</summary>
    DocumentNumber,
}

/// <summary>A place in a text that may tell who somebody is.</summary>
/// <param name="Start">In UTF-16 units, as the text counts them.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NoticedPlace(int Start, int Length, NoticedKind Kind)
{
    public int End => Start + Length;
}

/// <summary>A piece of a text, in order: what was noticed, or what stands between.</summary>
internal sealed record MarkedPiece(string Text, NoticedKind? Kind);
