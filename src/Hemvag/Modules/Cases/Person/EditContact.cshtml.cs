using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Cases.Person;

/// <summary>Changes how the person may be reached. Shown only under a live opening of Contact, since it shows what stands there.</summary>
[Needs(CaseAction.EditPerson)]
internal sealed class EditContactModel(PersonService service, PersonQueries queries, IStringLocalizerFactory localizers)
    : CasePageModel,
        ILoadsForRedisplay
{
    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public int SectionVersion { get; set; }

    internal bool MayShow { get; private set; }

    /// <summary>What someone else has saved since this form was shown.</summary>
    internal Unsealed<ContactPayload>? Changed { get; private set; }

    internal SealedClosed Closed =>
        new(
            Handle.CaseId,
            Compartment.Contact,
            localizers.Create(typeof(ProgrammesTexts))["Compartment.Contact"],
            localizers.Create(typeof(CasesTexts))["Sealed.Holds.Contact"],
            "person",
            "person/contact"
        );

    public async Task OnGetAsync()
    {
        if (await ReadAsync() is { } now)
        {
            SectionVersion = now.Version;
            Input = Form.Of(now.Value);
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await service.SaveContactAsync(Handle, OperationId, Input.ToPayload(), SectionVersion);
        return Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.Person));
    }

    public async Task LoadAsync()
    {
        if (await ReadAsync() is { } now && now.Version != SectionVersion)
        {
            Changed = now;
            SectionVersion = now.Version;
            ModelState.Remove(nameof(SectionVersion));
        }
    }

    private async Task<Unsealed<ContactPayload>?> ReadAsync()
    {
        var open = IsOpen(Compartment.Contact);
        // What was typed is the writer's own: it stays on the page when the opening has run out meanwhile.
        MayShow = open || HttpMethods.IsPost(Request.Method);
        return open ? await queries.ContactAsync(Opened!) : null;
    }

    internal sealed class Form
    {
        [MaxLength(40)]
        public string? Phone { get; set; }

        [MaxLength(200)]
        public string? SafeTimes { get; set; }

        [MaxLength(400)]
        public string? IfSomeoneElseAnswers { get; set; }

        [MaxLength(80)]
        public string? CodeWord { get; set; }

        [MaxLength(400)]
        public string? NeverContact { get; set; }

        [MaxLength(8)]
        public string? Language { get; set; }

        public bool? NeedsInterpreter { get; set; }

        public static Form Of(ContactPayload contact) =>
            new()
            {
                Phone = contact.Phone,
                SafeTimes = contact.SafeTimes,
                IfSomeoneElseAnswers = contact.IfSomeoneElseAnswers,
                CodeWord = contact.CodeWord,
                NeverContact = contact.NeverContact,
                Language = contact.Language,
                NeedsInterpreter = contact.NeedsInterpreter,
            };

        public ContactPayload ToPayload() => new(Phone, SafeTimes, IfSomeoneElseAnswers, CodeWord, NeverContact, Language, NeedsInterpreter);
    }
}
