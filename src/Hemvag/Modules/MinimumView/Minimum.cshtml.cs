using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Documents;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Money.Payments;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Travel;
using Hemvag.Modules.Travel.Journeys;
using Hemvag.Modules.Travel.Legs;
using Hemvag.Modules.Travel.Milestones;
using Hemvag.Modules.Travel.TravelDay;
using Hemvag.Sealing;
using Hemvag.Web;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.MinimumView;

/// <summary>
/// What those in charge still see after the person has taken the consent back: the leg, the meeting place and the code word until the person
/// has been met; a payment until its receipt is there.
/// </summary>
[Needs(CaseAction.SeeMinimum)]
[RequestSizeLimit(UploadLimits.UploadBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = UploadLimits.UploadBytes)]
internal sealed class MinimumModel(
    SealedTravel travel,
    LegReading legs,
    PersonQueries person,
    MoneyQueries money,
    TravelMilestones milestones,
    TravelDayTaps taps,
    PaymentPayouts payouts
) : CasePageModel, ILoadsForRedisplay
{
    [BindProperty]
    public DateOnly? OccurredOn { get; set; }

    [BindProperty]
    public Guid PaymentId { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public IFormFile? Receipt { get; set; }

    [BindProperty]
    public bool CashReceiptSigned { get; set; }

    internal JourneyPlan? Plan { get; private set; }

    /// <summary>The leg by which the person arrives, where the journey is planned in legs: what holds now.</summary>
    internal LegPlan? Leg { get; private set; }

    internal string? CodeWord { get; private set; }

    internal IReadOnlyList<Payment> Payments { get; private set; } = [];

    internal TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(Handle.Account.Zone);

    /// <summary>What can be opened; none once the person has been met.</summary>
    internal Compartment Sealed => Handle.Compartments;

    public Task OnGetAsync() => LoadAsync();

    [Needs(CaseAction.RecordArrival)]
    public async Task<IActionResult> OnPostMetAsync()
    {
        var day = OccurredOn ?? throw new RefusedException(MinimumRefusals.DayMissing, nameof(OccurredOn));
        await milestones.RecordAsync(Handle, OperationId, MilestoneKind.MetOnArrival, day);
        // With it there may be nothing left to see.
        return Redirect("/");
    }

    [Needs(CaseAction.TellOnTheWay)]
    public async Task<IActionResult> OnPostHeardAsync()
    {
        await taps.HeardAsync(Handle, OperationId);
        return Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.Minimum));
    }

    [Needs(CaseAction.PayPayment)]
    public async Task<IActionResult> OnPostReceiptAsync()
    {
        var day = On ?? throw new RefusedException(MinimumRefusals.DayMissing, nameof(On));
        var upload = await UploadedFile.ReadAsync(Receipt, nameof(Receipt));
        await payouts.AddReceiptAsync(Handle, OperationId, PaymentId, day, upload, CashReceiptSigned);
        return Redirect("/");
    }

    public async Task LoadAsync()
    {
        Plan = IsOpen(Compartment.Travel) ? await travel.JourneyAsync(Opened!) : null;
        Leg = IsOpen(Compartment.Travel) ? await legs.LastAsync(Handle, Opened!) : null;
        CodeWord = IsOpen(Compartment.Contact) ? (await person.ContactAsync(Opened!))?.Value.CodeWord : null;
        Payments = Handle.May(CaseAction.PayPayment) ? [.. (await money.ReadAsync(Handle)).Payments.Where(p => p.State == PaymentState.Paid)] : [];
    }
}
