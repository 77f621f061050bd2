using Hemvag.Modules.Accounts;

namespace Hemvag.Modules.Consultations.Threads;

/// <summary>Stands before every page of a consultation.</summary>
internal sealed class ConsultationPageFilter(ConsultationAccess access) : AccessPageFilter<ConsultationPageModel>("consultationId")
{
    protected override async Task<bool> FindAsync(ConsultationPageModel page, Guid id, CurrentAccount account)
    {
        if (await access.FindAsync(id, account) is not { } found)
        {
            return false;
        }

        page.Handle = found;
        return true;
    }
}
