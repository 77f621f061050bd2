using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Travel.Costs;

internal sealed class TravelCostMapping : IEntityTypeConfiguration<TravelCost>
{
    public void Configure(EntityTypeBuilder<TravelCost> builder)
    {
        builder.ToTable(
            "travel_costs",
            table =>
            {
                table.HasCheckConstraint("ck_travel_costs_estimate", "\"EstimateMinor\" > 0");
                table.HasCheckConstraint("ck_travel_costs_two_people", "\"ApprovedBy\" <> \"RequestedBy\"");
                table.HasCheckConstraint("ck_travel_costs_payer", "\"ApprovedBy\" <> \"ActualBy\"");
                table.HasCheckConstraint("ck_travel_costs_refund", "\"RefundMinor\" >= 0 AND \"RefundMinor\" <= COALESCE(\"ActualMinor\", 0)");
            }
        );
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Currency).HasMaxLength(3);
        builder.Ignore(c => c.Asked);
        builder.Ignore(c => c.Spent);
        builder.HasIndex(c => c.CaseId);
    }
}
