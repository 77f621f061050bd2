using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Documents;
using Hemvag.Sealing;
using Hemvag.Web.Formatting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Money.Payments;

/// <summary>The receipts of payments: which payment, with its amount.</summary>
internal sealed class PaymentReceipts(HemvagDbContext db, PaymentWords words, IStringLocalizer<MoneyTexts> texts) : IKnowsFiles
{
    public async Task<IReadOnlyDictionary<Guid, FileBelonging>> OfAsync(CaseHandle handle, IReadOnlyList<SealedFile> files)
    {
        if (!files.Any(f => f.Subject.StartsWith(PaymentSubjects.AllReceipts, StringComparison.Ordinal)))
        {
            return new Dictionary<Guid, FileBelonging>();
        }

        var payments = await db.Set<Payment>().AsNoTracking().Where(p => p.CaseId == handle.CaseId && p.ReceiptFileId != null).ToListAsync();
        return payments.ToDictionary(p => p.ReceiptFileId!.Value, Of);
    }

    private FileBelonging Of(Payment payment) =>
        new(
            texts["File.Receipt", words.What(payment, details: null), Amounts.ShortFull(new Amount(payment.CountsMinor, payment.Currency))],
            MoneyLinks.PaymentPage(payment.Id)
        );
}
