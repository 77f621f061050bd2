using Hemvag.EndToEndTests.Journeys;

namespace Hemvag.EndToEndTests.Screenshots;

/// <summary>Goes through every page of <see cref="DemoViews"/>: it is there, no wider than the window, and pictured where a folder is named.</summary>
internal static class PageLook
{
    /// <param name="looks">Each page is looked at in one of them, by turns.</param>
    /// <returns>The paths that answered.</returns>
    public static async Task<IReadOnlyList<string>> AllAsync(DemoTown town, Walk walk, params IReadOnlyList<Look> looks)
    {
        var cases = await DemoViews.CasesAsync(town);
        var seen = new List<string>();
        foreach (var views in DemoViews.All.Index().GroupBy(v => (v.Item.Who, Look: looks[v.Index % looks.Count])))
        {
            var look = views.Key.Look;
            var folder = Folder(look);
            await using var worker = await town.VisitAsync(views.Key.Who, look.Language, walk, look.Apply);
            foreach (var (view, page) in views.SelectMany(v => v.Item.Pages.Select(p => (v.Item, p))))
            {
                var path = await DemoViews.PathAsync(town, view, page, cases);
                await worker.Page.GotoAsync(path);
                if (worker.Status == 200)
                {
                    seen.Add(path.Split('?')[0]);
                }
                else
                {
                    walk.Note($"{view.Who} {path}: {worker.Status}");
                }

                await worker.LookAsync();
                var needs = await worker.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
                if (needs > look.Width)
                {
                    walk.Note($"{view.Who} {view.Case} {page}: {needs} wide in a window of {look.Width}");
                }

                if (folder is not null)
                {
                    await worker.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, Name(view, page)), FullPage = true });
                }
            }
        }

        return seen;
    }

    /// <summary>A folder for the pictures of this look in the one that HEMVAG_SCREENSHOTS names; null when it names none.</summary>
    public static string? Folder(Look look)
    {
        var folder = Environment.GetEnvironmentVariable("HEMVAG_SCREENSHOTS");
        return string.IsNullOrEmpty(folder) ? null : Directory.CreateDirectory(Path.Combine(folder, look.ToString())).FullName;
    }

    private static string Name(DemoView view, string page)
    {
        var place = page.Trim('/') is "" ? "start" : page.Trim('/').Replace('/', '-').Replace('?', '-').Replace("{", "", StringComparison.Ordinal);
        return $"{(view.Case is null ? "" : view.Case + "-")}{place.Replace("}", "", StringComparison.Ordinal)}-{view.Who ?? "nobody"}.png";
    }
}
