using System.Globalization;
using System.Text;
using Hemvag.Sealing;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.House;

public sealed class TransliterationDocTests
{
    [Fact]
    public void The_page_of_transliteration_is_the_codes()
    {
        var text = new StringBuilder();
        text.AppendLine("# Transliteration for matching").AppendLine();
        text.AppendLine(
            "How names in other letters are brought to plain Latin before match tokens are made, printed from the code by `TransliterationDocTests`. Don't edit: run `HEMVAG_WRITE_DOCS=1`."
        );
        text.AppendLine(
            "For matching alone, never for display. Before the table a name is decomposed, put in lower case and freed of its marks (å ä ö become a a o; й ё ї ў, أ إ آ ؤ ئ lose theirs); what is no letter divides its parts."
        );
        text.AppendLine(
            "Equal parts with an equal year of birth are \"yes\"; equal skeletons (first letter and consonants, alike-sounding groups joined) with an equal year are \"maybe\": short vowels are not written in Arabic script, so a name typed in it meets its passport spelling by the skeleton. No part of a name is ever a token alone."
        );
        text.AppendLine();
        foreach (var table in LatinTable.Tables)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"## {table.Name}")
                .AppendLine()
                .AppendLine("| Letter | Latin | Source |")
                .AppendLine("|---|---|---|");
            foreach (var (letter, latin) in table.Letters)
            {
                text.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"| {letter} U+{(int)letter[0]:X4} | {(latin.Length == 0 ? "(no sound)" : latin)} | {table.Source} |"
                );
            }

            text.AppendLine();
        }

        WrittenDocs.ShouldHold("transliteration.md", text.ToString());
    }

    [Fact]
    public void No_letter_stands_twice()
    {
        var letters = LatinTable.Tables.SelectMany(t => t.Letters).Select(l => l.Letter).ToList();
        letters.Count.ShouldBeGreaterThan(100);
        letters.Distinct(StringComparer.Ordinal).Count().ShouldBe(letters.Count);
        letters.ShouldAllBe(l => l.Length == 1);
    }
}
