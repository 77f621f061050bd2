using System.Globalization;
using System.Resources;
using Hemvag.Modules.Cases;
using Hemvag.Modules.FollowUp;
using Hemvag.Modules.Justice;
using Hemvag.Modules.Today;
using Hemvag.Modules.Trail;
using Xunit;

namespace Hemvag.Tests.Today;

public sealed class WorkItemWordsTests
{
    [Theory]
    [InlineData("sv")]
    [InlineData("en")]
    public void Every_kind_of_work_item_has_a_sentence_an_action_and_a_short_word(string language)
    {
        var texts = Keys(typeof(TodayTexts), language);
        foreach (var kind in Enum.GetNames<WorkItemKind>())
        {
            Assert.Contains($"WorkItem.{kind}", texts);
            Assert.Contains($"WorkItem.{kind}.Action", texts);
            Assert.Contains($"WorkItem.{kind}.Short", texts);
        }
    }

    [Theory]
    [InlineData(typeof(TodayTexts))]
    [InlineData(typeof(FollowUpTexts))]
    [InlineData(typeof(JusticeTexts))]
    [InlineData(typeof(TrailTexts))]
    public void Swedish_and_English_hold_the_same_keys(Type texts) => Assert.Equal(Keys(texts, "sv").Order(), Keys(texts, "en").Order());

    private static HashSet<string> Keys(Type texts, string language)
    {
        // Swedish is the neutral resource.
        var culture = language == "sv" ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(language);
        var set = new ResourceManager(texts).GetResourceSet(culture, createIfNotExists: true, tryParents: false)!;
        return [.. set.Cast<System.Collections.DictionaryEntry>().Select(e => (string)e.Key)];
    }
}
