using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Programmes.Checks;

/// <summary>What is looked up by an id or a kind stands once.</summary>
internal static class UniqueIds
{
    // Who pays, and who hands over (S4.19).
    private static readonly ConsentPurpose[] ForCash = [ConsentPurpose.ExchangeWithIom, ConsentPurpose.ContactWithLocalOffice];

    public static void Check(ProgrammeVersion version, ErrorList found)
    {
        Once(version.Steps, step => step.Id, "$.steps", "id", found);
        Once(version.Milestones, milestone => milestone.Kind, "$.milestones", "kind", found);
        Once(version.Eligibility.Criteria, criterion => criterion.Id, "$.eligibility.criteria", "id", found);
        Once(version.Support, support => support.Kind, "$.support", "kind", found);
        Once(version.Information, topic => topic.Id, "$.information", "id", found);
        Once(version.Declarations, declaration => declaration.Id, "$.declarations", "id", found);
        Once(version.Signatures, signature => signature.Id, "$.signatures", "id", found);
        Once(version.TravelArrangements, arrangement => arrangement.Kind, "$.travelArrangements", "kind", found);
        Once(version.Packages ?? [], template => template.Kind, "$.packages", "kind", found);
        Once(version.Entitlements.Lines, line => line.Category, "$.entitlements.lines", "category", found);
        Once(version.FollowUp.Options, option => option.Id, "$.followUp.options", "id", found);
        Once(version.Stated, rule => rule.Id, "$.stated", "id", found);
        Once(version.References ?? [], reference => reference.Id, "$.references", "id", found);
        Once(version.OpenQuestions, question => question.Id, "$.openQuestions", "id", found);
        Once(version.Risks.Phases, phase => phase.Id, "$.risks.phases", "id", found);
        Once(version.Risks.Categories, category => category.Id, "$.risks.categories", "id", found);
        var isCash = version.Kind == ProgrammeKind.CashSupport;
        Each(version.Consents, wording => wording.Purpose, isCash ? ForCash : Enum.GetValues<ConsentPurpose>(), "$.consents", "purpose", found);
        // Migrationsverket decides on an application of its own: nothing is filled in here.
        Each(version.Forms, form => form.Kind, isCash ? [] : Enum.GetValues<FormKind>(), "$.forms", "kind", found);
    }

    /// <summary>Requires that no two items share the key.</summary>
    public static void Once<TItem, TKey>(IReadOnlyList<TItem> items, Func<TItem, TKey> key, string path, string property, ErrorList found)
    {
        var seen = new HashSet<TKey>();
        for (var index = 0; index < items.Count; index++)
        {
            var value = key(items[index]);
            found.RequireOnce(seen.Add(value), $"{path}[{index}].{property}", $"a value used once, found \"{value}\" again");
        }
    }

    private static void Each<TItem, TKey>(
        IReadOnlyList<TItem> items,
        Func<TItem, TKey> key,
        IReadOnlyList<TKey> needed,
        string path,
        string property,
        ErrorList found
    )
        where TKey : struct, Enum
    {
        Once(items, key, path, property, found);
        var missing = needed.Except(items.Select(key)).ToList();
        found.Require(missing.Count == 0, path, $"one for each {property}, missing: {string.Join(", ", missing)}");
    }
}
