using Hemvag.Modules.Cases;

namespace Hemvag.EndToEndTests.Journeys.Stages;

/// <summary>What each stage of a journey knows: the case, the day, and who does what.</summary>
internal sealed record Journey(DemoTown Town, string Language, Walk Walk, Guid CaseId)
{
    public string Today => Town.Today;

    public string To(string page = "") => CaseLinks.To(CaseId, page);

    public Task<Worker> AsAsync(string code) => Town.SignInAsync(code, Language, Walk);
}
