using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Helpline.Hours;
using Hemvag.Modules.Programmes;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Helpline.SupportLine;

/// <summary>Logs a talk by closed choices alone.</summary>
[ForRoles(Role.NationalCoordination, Role.RegionalCoordinator)]
internal sealed class SupportNewModel(SupportLog log, SupportPlaces places, LineWords words, TimeProvider time) : AccountPageModel
{
    internal sealed class Form
    {
        [Required]
        public DateOnly? Day { get; set; }

        [Required]
        public SupportAsker? Asker { get; set; }

        [MaxLength(2)]
        public string? CountyCode { get; set; }

        [Required]
        public SupportTopic? Topic { get; set; }

        [Required]
        public TalkLength? Length { get; set; }

        [Required]
        public SupportReferral? Referral { get; set; }
    }

    internal Form Input { get; private set; } = new();

    internal LineWords Words => words;

    internal SupportPlaces Places => places;

    public void OnGet() => Input.Day = HelplineHours.Today(time.GetUtcNow().UtcDateTime);

    public async Task<IActionResult> OnPostAsync([Bind(Prefix = "Input")] Form input)
    {
        Input = input;
        await log.AddAsync(
            Me,
            OperationId,
            new NewTalk(
                input.Day!.Value,
                input.Asker!.Value,
                string.IsNullOrEmpty(input.CountyCode) ? null : input.CountyCode,
                input.Topic!.Value,
                input.Length!.Value,
                input.Referral!.Value
            )
        );
        return Redirect(HelplinePlaces.SupportLine);
    }
}
