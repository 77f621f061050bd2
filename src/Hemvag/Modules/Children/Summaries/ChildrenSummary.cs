using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Summaries;
using Hemvag.Modules.Children.Accompanying;
using Hemvag.Modules.Children.Guardians;
using Hemvag.Sealing;
using Hemvag.Web.Formatting;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Children.Summaries;

/// <summary>The children who travel along, those who stand for them, and the decisions on support.</summary>
internal sealed class ChildrenSummary(ChildQueries queries, GuardianQueries guardians, IStringLocalizer<ChildrenTexts> texts) : IStepSummary
{
    public static readonly SummaryStep Step = new(
        CaseLinks.Children,
        typeof(ChildrenTexts),
        "Children.Title",
        [CaseLinks.Children, CaseLinks.Guardians],
        new HashSet<string>
        {
            "AddChild",
            "EditChild",
            "SettleCustody",
            "HearChild",
            "SetChildTravel",
            "DecideChildSupport",
            "AddGuardian",
            "EditGuardian",
            "SetGuardianSuspicion",
            "EndGuardian",
            "TakeBackCustody",
            "ChildIsGrown",
        },
        handle => handle.May(CaseAction.SeeChildren)
    );

    public Compartment Holds(Case @case) => Compartment.Identity | Compartment.Protection;

    public async Task<IReadOnlyList<SummaryPart>> PartsAsync(CaseHandle handle, OpenedCompartment? opened)
    {
        var parts = new List<SummaryPart>();
        foreach (var child in await queries.AllAsync(handle))
        {
            parts.Add(await OfAsync(handle, opened, child.Id));
        }

        var words = Covers(opened, Compartment.Protection) ? await guardians.WordsAsync(opened!) : null;
        parts.AddRange(
            (await guardians.AllAsync(handle)).Select(row =>
                SummaryPart.Of(
                    texts["Guardian.Name", row.Guardian.Number, texts[$"GuardianKind.{row.Guardian.Kind}"].Value],
                    (
                        texts["Guardian.Whom"],
                        row.ChildOrdinal is { } ordinal ? texts["Child.Name", ordinal] : texts[$"StandsFor.{row.Guardian.StandsFor}"]
                    ),
                    (texts["Guardian.IsSuspected"], row.Guardian.IsSuspected ? texts["Guardian.Suspected"] : null),
                    (texts["Guardian.Ended"], row.Guardian.EndedOn is { } ended ? Dates.Day(ended, year: true) : null),
                    (texts["Guardian.FullName"], words?.GetValueOrDefault(row.Guardian.Subject)?.Value.Name),
                    (texts["Guardian.Contact"], words?.GetValueOrDefault(row.Guardian.Subject)?.Value.Contact),
                    (texts["Guardian.Notes"], words?.GetValueOrDefault(row.Guardian.Subject)?.Value.Notes)
                )
            )
        );
        return parts;
    }

    private async Task<SummaryPart> OfAsync(CaseHandle handle, OpenedCompartment? opened, Guid childId)
    {
        var seen = (await queries.FindAsync(handle, childId))!;
        var child = seen.Child;
        var who = Covers(opened, Compartment.Identity) ? (await queries.IdentityAsync(opened!, child))?.Value : null;
        var words = Covers(opened, Compartment.Protection) ? await queries.WordsAsync(opened!, seen) : ChildWords.Nothing;
        return SummaryPart.Of(
            texts["Child.Name", child.Ordinal],
            [
                (texts["Travel.Along"], child.TravelsAlong ? texts["Child.Travels"] : texts["Child.Stays"]),
                (
                    texts["Child.Custody"],
                    Dated(texts[child.Custody is { } ground ? $"CustodyGround.{ground}" : "Child.Custody.Open"], child.CustodyOn)
                ),
                (texts["Child.View"], Dated(texts[$"ChildView.{child.View}"], child.ViewOn)),
                (texts["Child.GivenNames"], who?.GivenNames),
                (texts["Child.FamilyName"], who?.FamilyName),
                (texts["Child.BirthDate"], who?.BirthDate is { } born ? Dates.Day(born, year: true) : null),
                (texts["Child.DocumentNumber"], who?.DocumentNumber),
                (texts["Custody.Authority"], words.Custody?.Authority),
                (texts["Custody.Reference"], words.Custody?.Reference),
                (texts["Custody.Notes"], words.Custody?.Notes),
                (texts["CustodyBack.Reason"], words.Of(child.CustodyBackSubject)),
                (texts["Child.Grown"], child.GrownSince is { } grown ? Dates.Day(grown, year: true) : null),
                (texts["Travel.Reason"], words.Of(child.TravelSubject)),
                .. seen.Hearings.Select(h =>
                    (
                        texts["View.Words"].Value,
                        (string?)$"{Dated(texts[$"ChildView.{h.Hearing.View}"], h.Hearing.On)}\n{words.Of(h.Hearing.Subject)}"
                    )
                ),
                .. seen.Decisions.Select(d =>
                    (
                        texts["Child.Support"].Value,
                        (string?)
                            $"{Dated(texts[d.Decision.Gets ? "Child.Support.Yes" : "Child.Support.No"], d.Decision.DecidedOn)}\n{words.Of(d.Decision.Subject)}"
                    )
                ),
            ]
        );
    }

    private static bool Covers(OpenedCompartment? opened, Compartment compartment) => opened is not null && opened.Covers(compartment);

    private static string Dated(string words, DateOnly? on) => on is { } day ? $"{words}, {Dates.Day(day, year: true)}" : words;
}
