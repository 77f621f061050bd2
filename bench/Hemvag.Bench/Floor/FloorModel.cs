using Hemvag.Data;
using Hemvag.Modules.Cases;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Bench.Floor;

/// <summary>
/// The least a signed-in page with rows can be: the product's layout and session check, and twenty rows by one query.
/// What a page of the product costs above it is what that page itself does.
/// </summary>
internal sealed class FloorModel(HemvagDbContext db) : PageModel
{
    public const string Address = "/bench/floor";
    private const int Shown = 20;

    internal sealed record Row(Guid Id, string Number, string NeutralName, int Step);

    internal IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync() =>
        Rows = await db.Set<Case>()
            .AsNoTracking()
            .OrderBy(c => c.Number)
            .Take(Shown)
            .Select(c => new Row(c.Id, c.Number, c.NeutralName, c.Step))
            .ToListAsync();
}
