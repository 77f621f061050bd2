using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Cases.Forms;
using Hemvag.Sealing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Cases.Person;

/// <summary>Changes how the person may be reached.</summary>
[Needs(CaseAction.EditPerson)]
internal sealed class EditContactModel(PersonService service, PersonQueries queries, IStringLocalizerFactory localizers)
    : EditPersonModel<ContactPayload>(Compartment.Contact, "person/contact", localizers)
{
    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        await service.SaveContactAsync(Handle, OperationId, Input.ToPayload(), SectionVersion);
        return BackToPerson();
    }

    protected override Task<Unsealed<ContactPayload>?> FindAsync() => queries.ContactAsync(Opened!);

    protected override void Fill(ContactPayload saved) => Input = Form.Of(saved);

    protected override ContactPayload Typed => Input.ToPayload();

    protected override IReadOnlyList<SavedField> Fields(ContactPayload payload) =>
        [
            Field("Person.Phone", payload.Phone),
            Field("Person.SafeTimes", payload.SafeTimes),
            Field("Person.IfSomeoneElse", payload.IfSomeoneElseAnswers),
            Field("Person.CodeWord", payload.CodeWord),
            Field("Person.NeverContact", payload.NeverContact),
            Field("Person.Language", payload.Language is { } language ? SpokenLanguages.Name(language) : null),
            Field("Person.NeedsInterpreter", payload.NeedsInterpreter is { } needs ? Texts[needs ? "Yes" : "No"].Value : null),
        ];

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
