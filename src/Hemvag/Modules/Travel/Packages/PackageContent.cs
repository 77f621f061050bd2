using System.Globalization;
using Hemvag.Data;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel.Journeys;
using Hemvag.Modules.Travel.Legs;
using Hemvag.Modules.Travel.Papers;
using Hemvag.Sealing;
using Hemvag.Web.Formatting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Travel.Packages;

/// <summary>One field of a package, as it is read by its recipient.</summary>
internal sealed record PackagePart(PackageField Field, string Label, IReadOnlyList<string> Lines);

/// <summary>What stands in a package, read from the case as it is now, under an opening.</summary>
internal sealed class PackageContent(
    HemvagDbContext db,
    CaseVault vault,
    IStringLocalizer<TravelTexts> texts,
    IStringLocalizer<ProgrammesTexts> words
)
{
    /// <summary>The compartments that the fields are sealed in.</summary>
    public static Compartment CompartmentsOf(PackageRecipient recipient, IEnumerable<PackageField> fields) =>
        fields.Aggregate(Compartment.None, (all, field) => all | CompartmentOf(recipient, field));

    /// <summary>In the order of the list; a field of which nothing is known is not there.</summary>
    public async Task<IReadOnlyList<PackagePart>> ReadAsync(Package package, OpenedCompartment opened)
    {
        var fields = package.Holds;
        var identity = Needs(Compartment.Identity) ? await ReadAsync<IdentityPayload>(opened, Compartment.Identity, IdentityPayload.Subject) : null;
        var contact = Needs(Compartment.Contact) ? await ReadAsync<ContactPayload>(opened, Compartment.Contact, ContactPayload.Subject) : null;
        var legs = fields.Any(IsOfLegs) ? await LegsAsync(package.CaseId, opened) : [];
        var found = new List<PackagePart>();
        foreach (var field in fields.Order())
        {
            var lines = field switch
            {
                PackageField.MeetingPlace => [(await ReadAsync<JourneyPlan>(opened, Compartment.Travel, JourneyPlan.Subject))?.MeetingPlace],
                PackageField.TravelDocuments => await PapersAsync(package.CaseId, opened),
                PackageField.Message => [await MessageAsync(package, opened)],
                _ when IsOfLegs(field) => legs.Select(leg => OfLeg(field, leg.Leg, leg.Plan)),
                _ => OfPerson(field, identity, contact),
            };
            var said = lines.Where(line => !string.IsNullOrWhiteSpace(line)).Select(line => line!).Distinct(StringComparer.Ordinal).ToList();
            if (said.Count > 0)
            {
                found.Add(new PackagePart(field, words[$"PackageField.{field}"], said));
            }
        }

        return found;

        bool Needs(Compartment compartment) => fields.Any(f => CompartmentOf(package.Recipient, f) == compartment);
    }

    private static Compartment CompartmentOf(PackageRecipient recipient, PackageField field) =>
        field switch
        {
            PackageField.Name or PackageField.BirthDate or PackageField.DocumentNumber => Compartment.Identity,
            PackageField.Phone or PackageField.Language or PackageField.SafeContact or PackageField.CodeWord => Compartment.Contact,
            PackageField.Message => PackageMessage.CompartmentFor(recipient),
            _ => Compartment.Travel,
        };

    private static bool IsOfLegs(PackageField field) =>
        field is PackageField.Journey or PackageField.BookingReference or PackageField.Baggage or PackageField.Companions;

    private IEnumerable<string?> OfPerson(PackageField field, IdentityPayload? identity, ContactPayload? contact) =>
        field switch
        {
            PackageField.Name => [NameOf(identity)],
            PackageField.BirthDate => [identity?.BirthDate is { } born ? Dates.Day(born, year: true) : null],
            PackageField.DocumentNumber => [identity?.DocumentNumber],
            PackageField.Phone => [contact?.Phone],
            PackageField.Language =>
            [
                contact?.Language is { } language ? SpokenLanguages.Name(language) : null,
                contact?.NeedsInterpreter == true ? texts["Packages.Interpreter"].Value : null,
            ],
            PackageField.SafeContact =>
            [
                Said("Packages.SafeTimes", contact?.SafeTimes),
                Said("Packages.IfSomeoneElse", contact?.IfSomeoneElseAnswers),
                Said("Packages.Never", contact?.NeverContact),
            ],
            PackageField.CodeWord => [contact?.CodeWord],
            _ => [],
        };

    private string? OfLeg(PackageField field, Leg leg, LegPlan plan) =>
        field switch
        {
            PackageField.Journey => texts[
                "Packages.Leg",
                texts[$"LegKind.{leg.Kind}"].Value,
                $"{plan.From} {At(plan.DepartsOn, plan.DepartsAt, plan.DepartureZone)}",
                $"{plan.To} {At(plan.ArrivesOn, plan.ArrivesAt, plan.ArrivalZone)}",
                plan.Carrier ?? ""
            ]
                .Value.Trim(' ', ','),
            PackageField.BookingReference => plan.Reference,
            PackageField.Baggage => plan.Baggage,
            _ => plan.Companions,
        };

    private string? Said(string key, string? value) => string.IsNullOrWhiteSpace(value) ? null : texts[key, value].Value;

    private static string At(DateOnly day, TimeOnly time, string zone) =>
        $"{Dates.Day(day, year: true)} {time.ToString("HH:mm", CultureInfo.InvariantCulture)} ({zone})";

    private static string? NameOf(IdentityPayload? identity)
    {
        var name = string.Join(' ', new[] { identity?.GivenNames, identity?.FamilyName }.Where(n => !string.IsNullOrWhiteSpace(n)));
        return name.Length > 0 ? name : identity?.Pseudonym;
    }

    private async Task<T?> ReadAsync<T>(OpenedCompartment opened, Compartment compartment, string subject)
        where T : class, ISealedPayload => (await vault.ReadAsync<T>(db, opened, compartment, subject))?.Value;

    private async Task<IReadOnlyList<(Leg Leg, LegPlan Plan)>> LegsAsync(Guid caseId, OpenedCompartment opened)
    {
        var legs = await db.Set<Leg>().AsNoTracking().Where(l => l.CaseId == caseId && l.State != LegState.Superseded).ToListAsync();
        var plans = (await vault.ReadAllAsync<LegPlan>(db, opened, Compartment.Travel, LegPlan.SubjectPrefix)).ToDictionary(
            p => p.Subject,
            p => p.Value,
            StringComparer.Ordinal
        );
        return [.. legs.OrderBy(l => l.Ordinal).Where(l => plans.ContainsKey(l.Subject)).Select(l => (l, plans[l.Subject]))];
    }

    private async Task<IEnumerable<string?>> PapersAsync(Guid caseId, OpenedCompartment opened)
    {
        var papers = await db.Set<TravelPaper>().AsNoTracking().Where(p => p.CaseId == caseId && p.State == PaperState.Has).ToListAsync();
        var written = (await vault.ReadAllAsync<PaperWords>(db, opened, Compartment.Travel, PaperWords.SubjectPrefix)).ToDictionary(
            p => p.Subject,
            p => p.Value,
            StringComparer.Ordinal
        );
        return papers
            .OrderBy(p => p.Kind)
            .Select(p =>
            {
                var of = written.GetValueOrDefault(p.Subject);
                var until = of?.ExpiresOn is { } last ? Dates.Day(last, year: true) : null;
                return string.Join(", ", new[] { texts[$"PaperKind.{p.Kind}"].Value, of?.Number, until }.Where(s => !string.IsNullOrWhiteSpace(s)));
            });
    }

    private async Task<string?> MessageAsync(Package package, OpenedCompartment opened) =>
        (await ReadAsync<PackageMessage>(opened, PackageMessage.CompartmentFor(package.Recipient), PackageMessage.SubjectOf(package.Id)))?.Text;
}
