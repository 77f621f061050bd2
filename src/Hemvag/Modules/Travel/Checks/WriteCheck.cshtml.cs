using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Travel.Checks;

internal sealed class CheckForm
{
    /// <summary>Nothing is chosen beforehand.</summary>
    [Required]
    public CheckOutcome? Outcome { get; set; }

    public DateOnly? DoneOn { get; set; }

    [MaxLength(200)]
    public string? DoneBy { get; set; }

    [MaxLength(2000)]
    public string? Note { get; set; }

    public static CheckForm Of(TravelCheckWords? words) =>
        new()
        {
            Outcome = words?.Outcome,
            DoneOn = words?.DoneOn,
            DoneBy = words?.DoneBy,
            Note = words?.Note,
        };

    public TravelCheckWords Read() => new(Outcome!.Value, Outcome == CheckOutcome.Done ? DoneOn : null, DoneBy, Note);
}

/// <summary>One check is written. What stands is changed only by someone who has it open before them.</summary>
[Needs(CaseAction.ArrangeTravel)]
internal sealed class WriteCheckModel(
    TravelQueries queries,
    CheckReading reading,
    TravelChecking checking,
    ProgrammeCatalogue programmes,
    TimeProvider time
) : TravelPageModel(programmes, time), ILoadsForRedisplay
{
    [FromRoute]
    public string Check { get; set; } = "";

    public CheckForm Input { get; set; } = new();

    /// <summary>The version the writer has seen; 0 for none.</summary>
    [BindProperty]
    public int? SectionVersion { get; set; }

    internal TravelCheckKind Kind { get; private set; }

    internal int Version { get; private set; }

    internal TravelCheckWords? Words { get; private set; }

    /// <summary>Someone else has written since the form was shown.</summary>
    internal bool HasChanged { get; private set; }

    internal bool Closed => Version > 0 && Words is null;

    public async Task OnGetAsync()
    {
        await LoadAsync();
        Input = CheckForm.Of(Words);
    }

    public async Task<IActionResult> OnPostAsync(CheckForm input)
    {
        Input = input;
        await checking.WriteAsync(Handle, OperationId, Parse(), input.Read(), SectionVersion ?? 0);
        return Redirect(PathTo(TravelChecking.Page));
    }

    public async Task LoadAsync()
    {
        Kind = Parse();
        var subject = TravelCheckWords.SubjectOf(Kind);
        Version = await queries.VersionAsync(Handle, subject);
        Words = Version > 0 && IsOpen(Compartment.Travel) ? (await reading.WordsAsync(Opened!)).GetValueOrDefault(subject) : null;
        HasChanged = SectionVersion is { } seen && seen != Version;
        // Who has seen the other's version may write after it; who has not is held to the one they saw.
        if (SectionVersion is null || Words is not null)
        {
            SectionVersion = Version;
        }
    }

    // The framework writes addresses in lower case.
    private TravelCheckKind Parse() =>
        Enum.GetValues<TravelCheckKind>()
            .Where(k => k.ToString().Equals(Check, StringComparison.OrdinalIgnoreCase))
            .Select(k => (TravelCheckKind?)k)
            .FirstOrDefault()
        ?? throw new NotThereException();
}
