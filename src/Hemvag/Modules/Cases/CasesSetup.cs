using Hemvag.Auditing;
using Hemvag.Auditing.Verification;
using Hemvag.Jobs;
using Hemvag.Modules.Cases.BreakGlass;
using Hemvag.Modules.Cases.Colleagues;
using Hemvag.Modules.Cases.Consents;
using Hemvag.Modules.Cases.Disclosures;
using Hemvag.Modules.Cases.Disclosures.WithoutConsent;
using Hemvag.Modules.Cases.Documents;
using Hemvag.Modules.Cases.EarlierVersions;
using Hemvag.Modules.Cases.Forms;
using Hemvag.Modules.Cases.List;
using Hemvag.Modules.Cases.Matters;
using Hemvag.Modules.Cases.Moving;
using Hemvag.Modules.Cases.Notes;
using Hemvag.Modules.Cases.Opening;
using Hemvag.Modules.Cases.Overview;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Cases.ProtectedIdentity;
using Hemvag.Modules.Cases.Stopping;
using Hemvag.Modules.Cases.Summaries;
using Hemvag.Modules.Cases.Withdrawals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;

namespace Hemvag.Modules.Cases;

internal static class CasesSetup
{
    // Access comes before what was typed: a stranger's invalid form is a 404, not a 422.
    private const int BeforeAnyFormIsLookedAt = -1000;

    public static IServiceCollection AddHemvagCases(this IServiceCollection services, IConfiguration configuration)
    {
        SaveConflict.LostMeans(CaseRefusals.ManyAtOnce);
        SaveConflict.UsedMeans(CaseRefusals.FormSentBefore);
        services.AddScoped<CaseAccess>();
        services.AddScoped<MinimumSight>();
        services.AddScoped<CaseOperations>();
        services.AddScoped<GateBoard>();
        services.AddScoped<CasePageFilter>();
        services.AddHemvagForms();
        services.AddHemvagSummaries();
        services.AddSingleton(configuration.GetSection("Clamd").Get<ClamdOptions>() ?? new ClamdOptions());
        services.AddSingleton<FileScanner>();
        services.AddSingleton<CaseFiles>();
        services.Configure<MvcOptions>(options => options.Filters.AddService<CasePageFilter>(BeforeAnyFormIsLookedAt));
        services.AddScoped<MatterService>();
        services.AddScoped<EarlierCases>();
        services.AddScoped<RegionHandOver>();
        services.AddScoped<CoordinatorQueries>();
        services.AddScoped<ProgrammeMoving>();
        services.AddScoped<MoveQueries>();
        services.AddScoped<IMoveCheck, FormsFitTheVersion>();
        services.AddScoped<MatterQueries>();
        services.AddScoped<FirstContactQueries>();
        services.AddScoped<IReactTo<MatterTaken>, MatterNotices>();
        services.AddScoped<IReactTo<CaseClosed>, MatterNotices>();
        services.AddScoped<SealedNotes>();
        services.AddScoped<CaseNotes>();
        services.AddScoped<OwnNotes>();
        services.AddScoped<ConsentService>();
        services.AddScoped<ConsentNarrowing>();
        services.AddScoped<ConsentQueries>();
        services.AddScoped<ConsentNames>();
        services.AddScoped<IReactTo<ConsentGiven>, GiveBackToOffice>();
        services.AddScoped<ColleagueService>();
        services.AddScoped<ColleagueQueries>();
        services.AddScoped<IdentityProtecting>();
        services.AddScoped<ReaderQueries>();
        services.AddScoped<IReactTo<CaseHandedOver>, ReadersFollow>();
        services.AddScoped<IReactTo<CaseHandedOn>, ReadersFollow>();
        services.AddScoped<GlassBreaking>();
        services.AddScoped<GlassQueries>();
        services.AddScoped<CaseOpenings>();
        services.AddScoped<Crossings>();
        services.AddScoped<DisclosureQueries>();
        services.AddScoped<DisclosingWithoutConsent>();
        services.AddScoped<DisclosureRequestQueries>();
        services.AddScoped<RecipientAnswers>();
        services.AddScoped<IReactTo<ConsentWithdrawn>, AskPastRecipients>();
        services.AddScoped<IReactTo<ConsentReplaced>, AskPastRecipients>();
        services.AddScoped<IJobHandler, ChaseRecipients>();
        services.AddScoped<StopService>();
        services.AddScoped<StopQueries>();
        services.AddSingleton<PersonTokens>();
        services.AddScoped<PersonSearch>();
        services.AddScoped<PersonService>();
        services.AddScoped<PersonQueries>();
        services.AddScoped<IJobHandler, HandOnCases>();
        services.AddScoped<CaseListQueries>();
        services.AddScoped<OverviewQueries>();
        services.AddScoped<DocumentQueries>();
        services.AddScoped<DocumentService>();
        services.AddScoped<IVerification, CaseVerification>();
        services.AddScoped<IGate, ContactConsentGate>();
        services.AddScoped<IGate, IomConsentGate>();
        services.AddScoped<IGate, LocalOfficeConsentGate>();
        services.AddSingleton(new TimelineTexts(typeof(CasesTexts)));
        services.Configure<RazorViewEngineOptions>(options => options.PageViewLocationFormats.Add("/Modules/Cases/Layout/{0}.cshtml"));
        return services;
    }
}
