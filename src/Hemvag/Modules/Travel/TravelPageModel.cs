using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Travel;

/// <summary>What every page of the journey needs to show days and addresses.</summary>
internal abstract class TravelPageModel(ProgrammeCatalogue programmes, TimeProvider time) : CasePageModel
{
    internal ProgrammeVersion Programme => programmes.Get(Case.ProgrammeId);

    internal TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Handle.Account.Zone);

    /// <summary>UTC.</summary>
    internal DateTime Now => time.GetUtcNow().UtcDateTime;

    internal DateOnly Today => LocalDates.Today(Now, Handle.Account.Zone);

    internal bool IsHeld => Case.HeldAt is not null;

    internal string PathTo(string page) => CaseLinks.To(Handle.CaseId, page);
}
