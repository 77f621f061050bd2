using System.Text.Json;
using Hemvag.Data;
using Hemvag.Modules.Programmes.Checks;
using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Programmes;

/// <summary>
/// The command <c>programmes --json</c>: one line, an array with an object per version, amounts in whole currency
/// units. Without <c>--json</c> one line per version for people. It reads the folder alone, not what was published in a database.
/// </summary>
internal static class ProgrammesCommand
{
    /// <summary>Returns the exit code: 0, or 1 when a programme file is wrong (every error on <paramref name="error"/>).</summary>
    /// <param name="codes">The errors among the codes of organisations and countries, which another module knows.</param>
    public static int Run(string[] args, TextWriter output, TextWriter error, Func<ProgrammeFile, IReadOnlyList<ProgrammeFileError>> codes)
    {
        if (args is ["check", .. var files])
        {
            return Check(files, output, error, codes);
        }

        ProgrammeCatalogue catalogue;
        try
        {
            catalogue = ProgrammeCatalogue.LoadInstalled();
        }
        catch (ProgrammeFilesRefusedException refused)
        {
            error.WriteLine(refused.Message);
            return 1;
        }

        if (args.Contains("--json", StringComparer.Ordinal))
        {
            output.WriteLine(Json(catalogue.Versions));
        }
        else
        {
            catalogue.Versions.ToList().ForEach(version => output.WriteLine($"{version.Id}: {version.Name.Sv}"));
        }

        return 0;
    }

    /// <summary>
    /// <c>programmes check FILE</c>: every error with its JSON path and what was expected there. 0 when there is none, 1 when there are some,
    /// 2 when there is no such file or none is named.
    /// </summary>
    private static int Check(string[] files, TextWriter output, TextWriter error, Func<ProgrammeFile, IReadOnlyList<ProgrammeFileError>> codes)
    {
        if (files is not [var path])
        {
            error.WriteLine("programmes check FILE");
            return 2;
        }

        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException or ArgumentException)
        {
            error.WriteLine(unread.Message);
            return 2;
        }

        var reading = ProgrammeFile.Read(Path.GetFileName(path), bytes);
        if (reading.File is { } alone && AmongOthers(alone, codes) is { Count: > 0 } errors)
        {
            reading = new ProgrammeReading(null, errors);
        }

        reading.Errors.ToList().ForEach(output.WriteLine);
        output.WriteLine(reading.File is { } file ? $"{file.Version.Id}: no errors" : $"{reading.Errors.Count} errors");
        return reading.File is null ? 1 : 0;
    }

    // What one file alone can't tell.
    private static List<ProgrammeFileError> AmongOthers(ProgrammeFile file, Func<ProgrammeFile, IReadOnlyList<ProgrammeFileError>> codes)
    {
        var others = ProgrammeCatalogue.LoadInstalled().Versions;
        var known = others.Select(version => version.Id).Append(file.Version.Id);
        return [.. new[] { TakenFromCheck.Of(file, known), FirstDayCheck.Of(file, others) }.OfType<ProgrammeFileError>(), .. codes(file)];
    }

    /// <summary>The array as one line of JSON, kind by kind, the newest version first.</summary>
    public static string Json(IReadOnlyList<ProgrammeVersion> versions) =>
        JsonSerializer.Serialize(versions.OrderBy(v => v.Kind).ThenByDescending(v => v.RunsFrom).Select(Row));

    private static Dictionary<string, object?> Row(ProgrammeVersion version) =>
        new()
        {
            ["id"] = version.Id,
            ["currency"] = version.Entitlements.Currency,
            ["adult"] = PerCategory(version.Entitlements, EntitlementRules.AdultCeilingMinor, EntitlementRules.AdultTotalMinor),
            ["child"] = PerCategory(version.Entitlements, EntitlementRules.ChildCeilingMinor, EntitlementRules.ChildTotalMinor),
            ["followUpMonths"] = version.FollowUp.Months,
            ["runsFrom"] = version.RunsFrom,
            ["gatekeeper"] = version.Gatekeeper.Role.ToString(),
            ["kind"] = version.Kind.ToString(),
            ["instalments"] = version
                .Entitlements.Lines.Where(line => line.Instalments is not null)
                .ToDictionary(line => Word(line.Category), line => Instalments(version.Entitlements, line)),
            ["familyCeiling"] = version.Entitlements.FamilyCeilingMinor is { } family ? Whole(version.Entitlements, family) : null,
        };

    // How many, and how much each is for an adult and for a child.
    private static Dictionary<string, decimal> Instalments(EntitlementSet set, EntitlementDefinition line) =>
        new()
        {
            ["count"] = line.Instalments!.Count,
            ["adult"] = Whole(set, line.Instalments.AmountMinor),
            ["child"] = Whole(set, EntitlementRules.OfChild(set, line).Instalments!.AmountMinor),
        };

    private static string Word(EntitlementCategory category) => JsonNamingPolicy.CamelCase.ConvertName(category.ToString());

    private static Dictionary<string, decimal> PerCategory(
        EntitlementSet set,
        Func<EntitlementSet, EntitlementCategory, long?> ceiling,
        Func<EntitlementSet, long> total
    )
    {
        var amounts = new Dictionary<string, decimal>();
        foreach (var category in Enum.GetValues<EntitlementCategory>())
        {
            if (ceiling(set, category) is { } minor)
            {
                amounts[Word(category)] = Whole(set, minor);
            }
        }

        amounts["total"] = Whole(set, total(set));
        return amounts;
    }

    // A whole amount prints without decimals (4000), another with them (112.5).
    private static decimal Whole(EntitlementSet set, long minor)
    {
        var units = Currencies.UnitsPerWhole(set.Currency);
        return minor % units == 0 ? minor / units : (decimal)minor / units;
    }
}
