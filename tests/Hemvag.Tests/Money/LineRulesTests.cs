using Hemvag.Data;
using Hemvag.Modules.Money.Payments;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Xunit;

namespace Hemvag.Tests.Money;

/// <summary>S1.65-S1.69: what each line may be used for, how it is paid and in which instalments.</summary>
public sealed class LineRulesTests
{
    private static readonly EntitlementSet Set = ProgrammeCatalogue.LoadInstalled().Get("amp-2018").Entitlements;

    public static TheoryData<string, string?, string, long, int?, string?> Orders =>
        new()
        {
            // S1.65: 150 a month, six months, cash or bank
            { "Subsistence", null, "CashAtOffice", 15000, 1, null },
            { "Subsistence", "Food", "BankTransfer", 15000, 6, null },
            { "Subsistence", null, "CashAtOffice", 15000, 7, "InstalmentMissing" },
            { "Subsistence", null, "CashAtOffice", 15000, 0, "InstalmentMissing" },
            { "Subsistence", null, "CashAtOffice", 15000, null, "InstalmentMissing" },
            { "Subsistence", null, "CashAtOffice", 14999, 1, "InstalmentAmountFixed" },
            { "Subsistence", null, "CashAtOffice", 90000, 1, "InstalmentAmountFixed" },
            { "Subsistence", null, "DirectToProvider", 15000, 1, "ModeNotAllowed" },
            { "Subsistence", null, "ReimbursementAgainstReceipt", 15000, 1, "ModeNotAllowed" },
            { "Subsistence", "Education", "CashAtOffice", 15000, 1, "PurposeNotAllowed" },
            // S1.66, S1.67: in kind, direct to providers alone
            { "Reintegration", "Rehabilitation", "DirectToProvider", 280000, null, null },
            { "Reintegration", "Education", "DirectToProvider", 1, null, null },
            { "Reintegration", "VocationalTraining", "DirectToProvider", 1, null, null },
            { "Reintegration", "WorkPlacement", "DirectToProvider", 1, null, null },
            { "Reintegration", "BusinessLicence", "DirectToProvider", 1, null, null },
            { "Reintegration", "SmallBusinessEquipment", "DirectToProvider", 1, null, null },
            { "Reintegration", "Education", "CashAtOffice", 1, null, "ModeNotAllowed" },
            { "Reintegration", "Education", "BankTransfer", 1, null, "ModeNotAllowed" },
            { "Reintegration", "Education", "ReimbursementAgainstReceipt", 1, null, "ModeNotAllowed" },
            { "Reintegration", null, "DirectToProvider", 1, null, "PurposeNotAllowed" },
            { "Reintegration", "Food", "DirectToProvider", 1, null, "PurposeNotAllowed" },
            { "Reintegration", "Housing", "DirectToProvider", 1, null, "PurposeNotAllowed" },
            { "Reintegration", "Education", "DirectToProvider", 0, null, "AmountMissing" },
            { "Reintegration", "Education", "DirectToProvider", -1, null, "AmountMissing" },
            { "Reintegration", "Education", "DirectToProvider", long.MinValue, null, "AmountMissing" },
            { "Reintegration", "Education", "DirectToProvider", 1, 1, "InstalmentMissing" },
            // S1.68, S1.69: direct, or against receipt
            { "Health", "DoctorVisit", "DirectToProvider", 30000, null, null },
            { "Health", "Medicine", "ReimbursementAgainstReceipt", 100, null, null },
            { "Health", "Physiotherapy", "DirectToProvider", 100, null, null },
            { "Health", "Medicine", "CashAtOffice", 100, null, "ModeNotAllowed" },
            { "Health", "Medicine", "BankTransfer", 100, null, "ModeNotAllowed" },
            { "Health", "Clothes", "DirectToProvider", 100, null, "PurposeNotAllowed" },
        };

    [Theory, MemberData(nameof(Orders))]
    public void Each_line_takes_its_own_purposes_modes_and_instalments(
        string category,
        string? purpose,
        string mode,
        long minor,
        int? month,
        string? refusal
    )
    {
        var line = EntitlementRules.Line(Set, Enum.Parse<EntitlementCategory>(category))!;
        var order = new PaymentOrder(purpose is null ? null : Enum.Parse<SupportPurpose>(purpose), Enum.Parse<PaymentMode>(mode), minor, month);
        var refused = Record.Exception(() => LineRules.Check(line, order)) as RefusedException;
        Assert.Equal(refusal, refused?.Refusal.Name);
    }

    [Fact]
    public void Housing_is_paid_by_the_line_that_the_plan_names_and_by_no_other()
    {
        var reintegration = EntitlementRules.Line(Set, EntitlementCategory.Reintegration)!;
        var health = EntitlementRules.Line(Set, EntitlementCategory.Health)!;
        var item = new PlannedFor(Guid.Empty, 1, SupportPurpose.Housing, EntitlementCategory.Reintegration);
        var order = new PaymentOrder(SupportPurpose.Housing, PaymentMode.DirectToProvider, 100, null, item);
        LineRules.Check(reintegration, order);
        Assert.Equal("PurposeNotAllowed", Assert.Throws<RefusedException>(() => LineRules.Check(health, order)).Refusal.Name);
    }

    [Theory]
    [InlineData("Subsistence", 90000)]
    [InlineData("Reintegration", 280000)]
    [InlineData("Health", 30000)]
    public void Ceilings_are_those_of_the_seeds(string category, long minor) =>
        Assert.Equal(minor, EntitlementRules.AdultCeilingMinor(Set, Enum.Parse<EntitlementCategory>(category)));
}
