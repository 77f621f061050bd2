using System.ComponentModel.DataAnnotations;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Helpline.Hours;
using Hemvag.Modules.Programmes;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Helpline.Enquiries;

/// <summary>Logs an enquiry by closed choices alone: there is no field for a name, a number or a text.</summary>
[ForRoles(Role.IomCaseworker)]
internal sealed class HelplineNewModel(EnquiryLog log, LineWords words, TimeProvider time) : AccountPageModel
{
    internal sealed class Form
    {
        [Required]
        public DateOnly? Day { get; set; }

        [Required]
        public TimeOnly? Time { get; set; }

        [Required]
        public HelplineChannel? Channel { get; set; }

        [Required]
        public HelplineLanguage? Language { get; set; }

        [Required]
        public HelplineTopic? Topic { get; set; }

        [Required]
        public HelplineOutcome? Outcome { get; set; }

        public DateOnly? CallBackOn { get; set; }
    }

    internal Form Input { get; private set; } = new();

    internal LineWords Words => words;

    public void OnGet()
    {
        var now = LocalDates.Local(time.GetUtcNow().UtcDateTime, HelplineHours.ZoneName);
        Input.Day = DateOnly.FromDateTime(now);
        Input.Time = new TimeOnly(now.Hour, now.Minute);
    }

    public async Task<IActionResult> OnPostAsync([Bind(Prefix = "Input")] Form input)
    {
        Input = input;
        await log.AddAsync(
            Me,
            OperationId,
            new NewEnquiry(
                input.Day!.Value,
                input.Time!.Value,
                input.Channel!.Value,
                input.Language!.Value,
                input.Topic!.Value,
                input.Outcome!.Value,
                input.CallBackOn
            )
        );
        return Redirect(HelplinePlaces.Helpline);
    }
}
