using System.ComponentModel.DataAnnotations;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Travel.TravelDay;

internal sealed class DutyForm
{
    [Required]
    public Guid? AccountId { get; set; }

    [Required]
    public DateOnly? FromOn { get; set; }

    [Required]
    public TimeOnly? FromAt { get; set; }

    [Required]
    public DateOnly? UntilOn { get; set; }

    [Required]
    public TimeOnly? UntilAt { get; set; }

    public DutyWanted Read() => new(AccountId!.Value, FromOn!.Value, FromAt!.Value, UntilOn!.Value, UntilAt!.Value);
}

/// <summary>Who is on duty at IOM Finland, and who travels of those the reader sees.</summary>
[ForRoles(Role.IomCaseworker)]
internal sealed class OnDutyModel(DutyRoster roster, TravelDayReading reading, TimeProvider time) : AccountPageModel, ILoadsForRedisplay
{
    public const string Address = "/on-duty";

    public DutyForm Input { get; set; } = new();

    internal IReadOnlyList<DutyRow> Shifts { get; private set; } = [];

    internal IReadOnlyList<OnTheWayRow> OnTheWay { get; private set; } = [];

    internal IReadOnlyList<Choice> Colleagues { get; private set; } = [];

    internal DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task OnGetAsync()
    {
        await LoadAsync();
        var today = LocalDates.Today(Now, Me.Zone);
        Input = new DutyForm { FromOn = today, UntilOn = today };
    }

    public async Task<IActionResult> OnPostAddAsync(DutyForm input)
    {
        Input = input;
        await roster.AddAsync(Me, OperationId, input.Read());
        return Redirect(Address);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid shiftId) =>
        await roster.RemoveAsync(Me, OperationId, shiftId) ? Redirect(Address) : throw new NotThereException();

    public async Task LoadAsync()
    {
        Shifts = await roster.AheadAsync(Me, Now);
        OnTheWay = await reading.OnTheWayAsync(Me);
        Colleagues = [.. (await roster.ColleaguesAsync(Me)).Select(c => new Choice(c.Id.ToString("D"), c.Name))];
    }
}
