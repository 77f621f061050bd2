using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Shouldly;

namespace Hemvag.TestKit.Browsers;

/// <summary>Asks axe about WCAG 2.2 AA and fails with each rule broken and where.</summary>
public static class AxeCheck
{
    private static readonly AxeRunOptions Options = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
    };

    public static async Task AssertCleanAsync(IPage page)
    {
        var broken = await FindAsync(page);
        broken.ShouldBeEmpty($"{page.Url}: {string.Join("; ", broken)}");
    }

    /// <summary>Each rule broken, with where and why.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(IPage page)
    {
        var result = await page.RunAxe(Options);
        return
        [
            .. result.Violations.SelectMany(violation =>
                violation.Nodes.Select(node => $"{violation.Id} ({violation.Impact}) at {node.Target}: {violation.Help}")
            ),
        ];
    }
}
