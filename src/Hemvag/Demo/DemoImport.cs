using System.Globalization;
using System.Text;
using Hemvag.Modules.CashSupport.Import.Keeping;
using Hemvag.Modules.CashSupport.Import.Rows;

namespace Hemvag.Demo;

/// <summary>A file of invented decisions that an officer has uploaded and not entered yet: one row has a country that is not on the list. No one real.</summary>
internal sealed class DemoImport(DemoStageHand hand)
{
    private const string Officer = "migration-1";

    public async Task UploadAsync(DateOnly today)
    {
        hand.Clock.MoveTo(today.AddDays(-1));
        string[] rows =
        [
            string.Join(';', CashColumns.All.Select(c => c.Sv)),
            Row(today, "2-900201", "Irak", "sökande", "Rebwar", "Aziz", new DateOnly(1990, 4, 17)),
            Row(today, "2-900201", "Irak", "maka", "Lana", "Aziz", new DateOnly(1993, 8, 2)),
            Row(today, "2-900202", "Nigeria", "sökande", "Chidi", "Okonjo", new DateOnly(1987, 1, 23)),
            Row(today, "2-900203", "Georgien", "sökande", "Nino", "Lomidze", new DateOnly(1995, 11, 9)),
            Row(today, "2-900204", "Somalia", "sökande", "Asha", "Warsame", new DateOnly(1982, 6, 30)),
        ];
        var content = Encoding.UTF8.GetBytes(string.Join('\n', rows));
        await hand.DoAsync(Officer, (scope, account, id) => scope.GetRequiredService<CashImports>().UploadAsync(account, id, content, "Upload"));
    }

    private static string Row(DateOnly today, string number, string country, string relation, string given, string family, DateOnly born) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{number};{today.AddDays(-3):yyyy-MM-dd};avslag;{today.AddDays(-60):yyyy-MM-dd};{today.AddDays(-30):yyyy-MM-dd};ja;ja;{country};;;070-174 06 90;engelska;ja;ja;engelska;;{relation};{given};{family};{born:yyyy-MM-dd};{country};;30000"
        );
}
