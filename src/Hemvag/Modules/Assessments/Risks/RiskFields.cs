using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Web.TagHelpers;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Assessments.Risks;

/// <summary>What can be chosen in the form of a risk.</summary>
internal sealed record RiskChoices(
    IReadOnlyList<Choice> Phases,
    IReadOnlyList<Choice> Categories,
    IReadOnlyList<Choice> Likelihoods,
    IReadOnlyList<Choice> Consequences,
    IReadOnlyList<Choice> Owners
);

/// <summary>The words of a risk row in the reader's language: choices of the form, and names of what was chosen.</summary>
internal sealed class RiskFields(
    RiskQueries queries,
    ProgrammeCatalogue programmes,
    OrganisationQueries organisations,
    IStringLocalizer<ProgrammesTexts> words
)
{
    public RiskVocabulary Vocabulary(CaseHandle handle) => programmes.Get(handle.Case.ProgrammeId).Risks;

    /// <param name="kept">The owner of the row, who stays to choose even after leaving the case.</param>
    public async Task<RiskChoices> ChoicesAsync(CaseHandle handle, DateOnly today, RiskOwner? kept, string? keptName)
    {
        var vocabulary = Vocabulary(handle);
        var owners = await queries.OwnersAsync(handle, today);
        if (kept is not null && owners.All(o => o.Owner != kept))
        {
            owners = [.. owners, new OwnerOption(kept, keptName)];
        }

        var named = new List<Choice>();
        foreach (var option in owners)
        {
            named.Add(new Choice(option.Owner.Value, await NameAsync(option.Owner, option.AccountName)));
        }

        return new RiskChoices(
            [.. vocabulary.Phases.Select(p => new Choice(p.Id, p.Label.Shown))],
            [.. vocabulary.Categories.Select(c => new Choice(c.Id, c.Label.Shown))],
            [.. vocabulary.Likelihoods.Select(s => new Choice(s.Id, s.Label.Shown))],
            [.. vocabulary.Consequences.Select(s => new Choice(s.Id, s.Label.Shown))],
            named
        );
    }

    /// <summary>The owner that a form carries, looked up among those on the case.</summary>
    /// <exception cref="RefusedException">OwnerNotOnCase.</exception>
    public async Task<RiskOwner?> OwnerAsync(CaseHandle handle, DateOnly today, string? value, RiskOwner? kept)
    {
        if (value is null || value == kept?.Value)
        {
            return value is null ? null : kept;
        }

        var owners = await queries.OwnersAsync(handle, today);
        return owners.FirstOrDefault(o => o.Owner.Value == value)?.Owner
            ?? throw new RefusedException(AssessmentRefusals.OwnerNotOnCase, "Input.Owner");
    }

    public string Phase(CaseHandle handle, string id) => Vocabulary(handle).Phases.FirstOrDefault(p => p.Id == id)?.Label.Shown ?? id;

    public string Category(CaseHandle handle, string id) => Vocabulary(handle).Categories.FirstOrDefault(c => c.Id == id)?.Label.Shown ?? id;

    public string Likelihood(CaseHandle handle, string id) => Vocabulary(handle).Likelihoods.FirstOrDefault(s => s.Id == id)?.Label.Shown ?? id;

    public string Consequence(CaseHandle handle, string id) => Vocabulary(handle).Consequences.FirstOrDefault(s => s.Id == id)?.Label.Shown ?? id;

    /// <summary>"Ylva Granlid, Väst", or "Regionkoordinator, Väst" for whoever holds the role.</summary>
    public async ValueTask<string> NameAsync(RiskOwner owner, string? accountName) =>
        $"{accountName ?? words[$"Role.{owner.Role}"].Value}, {await organisations.NameAsync(owner.OrganisationId)}";
}
