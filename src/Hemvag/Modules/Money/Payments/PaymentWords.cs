using Hemvag.Data;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Web.Formatting;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Money.Payments;

/// <summary>How payments and lines are called on every page.</summary>
internal sealed class PaymentWords(IStringLocalizer<MoneyTexts> texts, IStringLocalizer<ProgrammesTexts> programme)
{
    /// <summary>"Health, doctor", "Subsistence, month 4", "Cash support, person 2"; with its own words where they are open.</summary>
    public string What(Payment payment, PaymentDetails? details)
    {
        var category = Category(payment.Category, payment.ChildOrdinal);
        return payment.ShareOrdinal is { } share ? texts["Payment.Share", category, share]
            : payment.Month is { } month ? texts["Payment.Month", category, month]
            : details?.What is { } words ? Of(payment.ChildOrdinal, words)
            : payment.Purpose is { } purpose ? texts["Payment.Purpose", category, Purpose(purpose)]
            : category;
    }

    public string Category(EntitlementCategory category) => texts[$"Line.{category}"];

    /// <summary>"Child 1, Health"; the adult's without a name before it.</summary>
    public string Category(EntitlementCategory category, int? childOrdinal) => Of(childOrdinal, Category(category));

    private string Of(int? childOrdinal, string words) => childOrdinal is { } ordinal ? texts["Beneficiary.Child", ordinal, words] : words;

    public string Purpose(SupportPurpose purpose) => programme[$"SupportPurpose.{purpose}"];

    public string Mode(PaymentMode mode) => programme[$"PaymentMode.{mode}"];

    public string State(Payment payment) => texts[$"PaymentState.{payment.State}"];

    /// <summary>How a line is paid: "150 a month, 6 months", or the ways it may be paid.</summary>
    public string How(EntitlementDefinition line, string currency) =>
        line.Instalments is { } plan
            ? texts["Line.Instalments", Amounts.Short(new Amount(plan.AmountMinor, currency)), plan.Count]
            : string.Join(", ", line.Modes.Select(Mode));

    /// <summary>Of five: requested, approved, paid, receipted, confirmed.</summary>
    public static int StagesDone(PaymentState state) =>
        state switch
        {
            PaymentState.Requested => 1,
            PaymentState.Approved => 2,
            PaymentState.Paid => 3,
            PaymentState.Receipted or PaymentState.AccountedFor => 4,
            PaymentState.SentBack or PaymentState.Cancelled or PaymentState.Reversed => 0,
        };
}
