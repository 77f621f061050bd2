using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Consultations.Threads;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Refused;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Consultations.Joining;

/// <summary>Makes a consultation part of a case, by the person's consent.</summary>
[ForRoles(Role.RegionalCoordinator, Role.ReferringProfessional)]
internal sealed class JoinPageModel(ConsultationJoining joining, ConsultationQueries queries) : ConsultationPageModel, ILoadsForRedisplay
{
    [BindProperty, Required]
    public Guid? CaseId { get; set; }

    internal ThreadShown Shown { get; private set; } = null!;

    internal IReadOnlyList<Choice> Cases { get; private set; } = [];

    internal bool MayJoin => Handle.IsAsker && Consultation is { IsToIom: true, ErasedAt: null };

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await joining.JoinAsync(Handle, OperationId, CaseId!.Value);
        return Redirect(CaseLinks.To(CaseId.Value, "questions"));
    }

    public async Task LoadAsync()
    {
        Shown = await ThreadShown.OfAsync(Handle, queries, Zone, "case");
        Cases = [.. (await joining.CasesAsync(Me)).Select(c => new Choice(c.Id.ToString("D"), $"{c.NeutralName}, {c.Number}"))];
    }
}
