using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Trail;

/// <summary>How compartments and purposes are said in the trail.</summary>
internal sealed class TrailWords(IStringLocalizer<TrailTexts> texts, IStringLocalizer<ProgrammesTexts> words)
{
    /// <summary>"Kontakt, Skydd"; a sentence for none and for all.</summary>
    public string Of(Compartment compartments) =>
        compartments switch
        {
            Compartment.None => texts["Compartments.None"],
            Compartments.All => texts["Compartments.All"],
            _ => string.Join(", ", Compartments.Each(compartments).Select(c => words[$"Compartment.{c}"].Value)),
        };

    /// <summary>The task an opening served; the program's own word where it has no text.</summary>
    public string Purpose(string purpose) => texts[$"Purpose.{purpose}"] is { ResourceNotFound: false } known ? known : purpose;
}
