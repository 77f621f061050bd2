using System.ComponentModel.DataAnnotations;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Modules.Programmes.Sandbox;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Versions.Drafts;

/// <summary>
/// Carries an invented case through a draft. What was done stands in the form itself, in words of closed lists: nothing is stored, and nothing
/// about a person can be.
/// </summary>
[ForRoles(Role.NationalCoordination)]
internal sealed class SandboxPageModel(DraftDesk desk, DraftQueries drafts) : DraftPageBase(drafts)
{
    private const int LongestMoves = 40_000;

    [BindProperty, MaxLength(LongestMoves)]
    public string? Moves { get; set; }

    internal SandboxCase Case { get; private set; } = null!;

    internal ProgrammeVersion Version => Draft.File.Version;

    /// <summary>As far as this: what the next form carries.</summary>
    internal string Carried => SandboxMove.Write(Case.Moves);

    internal IReadOnlyList<StepBarItem> Steps
    {
        get
        {
            var now = Case.Table.CurrentStep(Case.Reached).Order;
            return [.. Version.Steps.Select(step => new StepBarItem(step.Name.Shown, "", StateOf(step.Order, now)))];
        }
    }

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        return IsMine ? Page() : NotFound();
    }

    /// <exception cref="RefusedException">SandboxUnreadable; those of <see cref="SandboxCase.Do"/>.</exception>
    public async Task<IActionResult> OnPostMoveAsync([Required, MaxLength(100)] string? move)
    {
        await LoadAsync();
        if (!IsMine)
        {
            return NotFound();
        }

        Require(SandboxMove.Read(Moves) is not null && Case.Moves.Count < SandboxMove.Most);
        var wanted = SandboxMove.One(move);
        Require(wanted is not null);
        Case.Do(wanted!);
        ModelState.Clear();
        return Page();
    }

    /// <exception cref="RefusedException">SandboxUnreadable, DraftNotCarried, DraftNotYours, DraftEnded.</exception>
    public async Task<IActionResult> OnPostSubmitAsync()
    {
        await LoadAsync();
        if (!IsMine)
        {
            return NotFound();
        }

        var moves = SandboxMove.Read(Moves);
        Require(moves is not null);
        await desk.SubmitAsync(Me, OperationId, DraftId, moves!);
        return Redirect(VersionPlaces.Draft(DraftId));
    }

    /// <summary>What can't be read or done is left out: the case stands where its readable moves have brought it.</summary>
    public override async Task LoadAsync()
    {
        await base.LoadAsync();
        Case = SandboxCase.Begin(Version);
        try
        {
            Case = SandboxCase.Replay(Version, Moves?.Length <= LongestMoves ? SandboxMove.Read(Moves) ?? [] : []);
        }
        catch (RefusedException)
        {
            // Moves that were made up by hand: the case begins again.
            Moves = null;
        }
    }

    private static StepState StateOf(int order, int now) =>
        order < now ? StepState.Done
        : order == now ? StepState.Current
        : StepState.Ahead;

    private static void Require(bool readable)
    {
        if (!readable)
        {
            throw new RefusedException(VersionRefusals.SandboxUnreadable);
        }
    }
}
