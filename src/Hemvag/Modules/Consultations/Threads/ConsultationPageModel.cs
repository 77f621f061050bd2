using Hemvag.Modules.Accounts;

namespace Hemvag.Modules.Consultations.Threads;

/// <summary>A page of one consultation: its address holds <c>{consultationId:guid}</c>. <see cref="ConsultationPageFilter"/> has checked access before any handler runs.</summary>
internal abstract class ConsultationPageModel : AccountPageModel
{
    internal ConsultationHandle Handle { get; set; } = null!;

    internal Consultation Consultation => Handle.Consultation;

    /// <summary>The pages that opening comes back to.</summary>
    internal static bool IsPage(string? page) => page is "" or "write" or "case";
}
