using System.ComponentModel.DataAnnotations;
using Hemvag.Data;
using Hemvag.Modules.Accounts;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Administration;

/// <summary>
/// How an organisation is reached. What stands here is printed on the notice that people take along to an office (S4.21, S4.22), so it is
/// kept by those who run the programme.
/// </summary>
[ForRoles(Role.Administrator, At = [OrganisationKind.NationalCoordination, OrganisationKind.IomFinland])]
internal sealed class OrganisationReachModel(OrganisationRegister register, OrganisationQueries organisations) : AccountPageModel, ILoadsForRedisplay
{
    internal sealed class Form
    {
        [MaxLength(60)]
        public string? Phone { get; set; }

        [MaxLength(200)]
        public string? Mail { get; set; }

        [MaxLength(200)]
        public string? Web { get; set; }

        [MaxLength(300)]
        public string? Address { get; set; }

        /// <summary>The mark of what the form had shown.</summary>
        [MaxLength(64)]
        public string? Before { get; set; }
    }

    /// <summary>The one that is shown; without it one is chosen first, and nothing can be sent.</summary>
    [Required, BindProperty(SupportsGet = true, Name = "of")]
    public Guid? Of { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    internal OrganisationView? Shown { get; private set; }

    /// <summary>Someone else has saved since the form was shown.</summary>
    internal bool WasChanged => HttpMethods.IsPost(Request.Method) && Shown is { } shown && shown.Contacts.Mark != Input.Before;

    internal IReadOnlyList<OrganisationView> All { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        if (!Request.Query.ContainsKey("of"))
        {
            // Nobody has left out anything: the page asks which one.
            ModelState.Clear();
        }

        if (Of is not null && Shown is null)
        {
            return NotFound();
        }

        Input = new Form
        {
            Phone = Shown?.Phone,
            Mail = Shown?.Mail,
            Web = Shown?.Web,
            Address = Shown?.Address,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        try
        {
            var contacts = new OrganisationContacts(Input.Phone, Input.Mail, Input.Web, Input.Address);
            return await register.SetContactsAsync(OperationId, Me.Actor, Of!.Value, Input.Before ?? "", contacts)
                ? Redirect($"/admin/organisations/contacts?of={Of:D}")
                : NotFound();
        }
        catch (RefusedException refused) when (refused.Field is not null)
        {
            throw new RefusedException(refused.Refusal, "Input." + refused.Field, [.. refused.Arguments]);
        }
    }

    public async Task LoadAsync()
    {
        All = await organisations.OfAsync();
        Shown = Of is { } id ? All.FirstOrDefault(o => o.Id == id) : null;
    }
}
