using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Matching;

/// <summary>The questions that wait for the arbiter. Everyone else of national coordination sees who that is, and nothing more.</summary>
[ForRoles(Role.NationalCoordination)]
internal sealed class ArbiterPageModel(MetQuestions questions, Arbiters arbiters, IStringLocalizer<MatchingTexts> texts)
    : AccountPageModel,
        ILoadsForRedisplay
{
    public string? ArbiterName { get; private set; }

    public bool IsArbiter { get; private set; }

    internal IReadOnlyList<ArbiterRow> Rows { get; private set; } = [];

    internal IReadOnlyList<Choice> Answers => [.. Enum.GetValues<MetAnswer>().Select(a => new Choice(a.ToString(), texts[$"MetAnswer.{a}"]))];

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync(Guid questionId, [Required] MetAnswer? answer) =>
        await questions.AnswerAsync(Me, OperationId, questionId, answer!.Value) ? Redirect("/met") : NotFound();

    public async Task LoadAsync()
    {
        var arbiter = await arbiters.CurrentAsync();
        ArbiterName = arbiter?.DisplayName;
        IsArbiter = arbiter?.Id == Me.Id;
        Rows = IsArbiter ? await questions.ForArbiterAsync(Me) : [];
    }
}
