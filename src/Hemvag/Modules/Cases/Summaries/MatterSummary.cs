using Hemvag.Modules.Cases.Matters;
using Hemvag.Modules.Organisations;
using Hemvag.Sealing;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Cases.Summaries;

/// <summary>The first contact: what was asked and what was answered.</summary>
internal sealed class MatterSummary(FirstContactQueries queries, OrganisationQueries organisations, IStringLocalizer<CasesTexts> texts) : IStepSummary
{
    public static readonly SummaryStep Step = new(
        "matter",
        typeof(CasesTexts),
        "FirstContact.Title",
        [""],
        new HashSet<string> { "OpenMatter", "OpenEarlierCase", "TakeMatter", "AnswerMatter", "HandToRegion" },
        FirstContactQueries.IsFor
    );

    public Compartment Holds(Case @case) => Compartment.Protection;

    public async Task<IReadOnlyList<SummaryPart>> PartsAsync(CaseHandle handle, OpenedCompartment? opened)
    {
        var facts = SummaryPart.Of(
            texts["Summary.Facts"],
            (texts["Summary.Matter.Came"], SwedishTime.DayAndTime(handle.Case.OpenedAt)),
            (texts["Summary.Matter.Region"], await organisations.NameAsync(handle.Case.RegionId)),
            (texts["Summary.State"], texts[$"CaseState.{handle.Case.State}"])
        );
        if (opened is null || !opened.Covers(Compartment.Protection))
        {
            return [facts];
        }

        var words = await queries.ReadAsync(opened);
        return
        [
            facts,
            SummaryPart.Of(
                texts["FirstContact.Title"],
                (texts["Matter.Channel"], words.Channel is { } channel ? texts[$"ContactChannel.{channel}"] : texts["Person.NotSaid"]),
                (texts["Matter.Question"], words.Question ?? texts["Person.NotSaid"]),
                (texts["Answer.Label"], words.Answer ?? texts["FirstContact.NoAnswer"])
            ),
        ];
    }
}
