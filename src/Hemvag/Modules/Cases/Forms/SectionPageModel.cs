using Hemvag.Modules.Cases.Opening;
using Hemvag.Modules.Organisations;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Cases.Forms;

/// <summary>
/// A page on which one section of a form is filled in. The page's own class names the form, its address and what each handler needs;
/// its view renders <c>_FormSection</c> inside its form.
/// </summary>
internal abstract class SectionPageModel(
    FormSections sections,
    FormWords words,
    CaseOpenings openings,
    CaseAccess access,
    OrganisationCatalogue organisations
) : CasePageModel, ILoadsForRedisplay
{
    /// <summary>Id of the section, from the address.</summary>
    [FromRoute]
    public string Section { get; set; } = "";

    /// <summary>The version the form had shown; 0 where nothing was filled in.</summary>
    [BindProperty]
    public int SectionVersion { get; set; }

    internal SectionView View { get; private set; } = null!;

    /// <summary>What is saved, in words; for those who read the section and do not fill it in.</summary>
    internal SectionInWords Answers { get; private set; } = null!;

    /// <summary>What the error summary says first; null for its ordinary words.</summary>
    internal string? SummaryTitle { get; private set; }

    /// <summary>For the partial <c>_SealedClosed</c>, where the section is filled in and its compartment closed.</summary>
    internal SealedClosed Closed =>
        new(
            Handle.CaseId,
            View.Section.Compartment,
            View.Section.Title.Shown,
            words.Compartment(View.Section.Compartment),
            BasePage,
            $"{BasePage}/{View.Section.Id}"
        );

    internal abstract FormKind Form { get; }

    /// <summary>The page of the case under which the sections stand, as the last part of its address.</summary>
    internal abstract string BasePage { get; }

    public Task LoadAsync() => LoadTypedAsync(SectionVersion);

    /// <summary>Shows the section: empty, as saved, or closed.</summary>
    protected async Task<IActionResult> ShowAsync()
    {
        if (FindSection() is not { } section)
        {
            return NotFound();
        }

        var filled = await sections.FilledAsync(Handle.CaseId, Form);
        var mine = filled.GetValueOrDefault(Section);
        var isClosed = mine is not null && !IsOpen(section.Compartment);
        var saved = mine is null || isClosed ? null : await sections.ReadAsync(Opened!, Case, Form, Section);
        var typed = saved?.Value.Answers.ToDictionary(a => a.Key, a => TypedField.Of(a.Value), StringComparer.Ordinal) ?? [];
        View = ViewOf(section, filled, typed, saved?.Version ?? 0) with { IsClosed = isClosed };
        Answers = new SectionInWords(section, saved?.Value);
        return Page();
    }

    /// <summary>Saves what can be saved; goes on to <paramref name="next"/> when all of it could.</summary>
    protected async Task<IActionResult> SaveAsync(string next)
    {
        if (FindSection() is not { } section)
        {
            return NotFound();
        }

        var posted = PostedSection.Read(section, Request.Form, organisations);
        var opened = IsOpen(section.Compartment) ? Opened : null;
        var saved = await sections.SavePostedAsync(Handle, OperationId, Form, Section, posted, SectionVersion, opened);
        if (posted.Errors.Count == 0)
        {
            return Redirect(next);
        }

        foreach (var error in posted.Errors)
        {
            ModelState.AddModelError(PostedSection.NameOf(error.FieldId), words.Sentence(error));
        }

        SummaryTitle = words.SummaryTitle(saved.Saved, posted.Errors.Count);
        await LoadTypedAsync(saved.Version);
        Response.Headers[RefusalFilter.Header] = "Invalid";
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>After someone else has saved: opens the compartment and shows both versions beside each other, with everything typed kept.</summary>
    protected async Task<IActionResult> CompareAsync()
    {
        if (FindSection() is not { } section)
        {
            return NotFound();
        }

        if (!Handle.MayOpen(section.Compartment))
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        await openings.OpenAsync(Handle, OperationId, section.Compartment, BasePage);
        // What is shown rests on the opening just recorded, read back as at any other request.
        Handle = await access.FindAsync(Handle.CaseId, Handle.Account) ?? throw new NotThereException();
        await LoadTypedAsync(SectionVersion);
        return Page();
    }

    /// <summary>The address of the section after this one, or of <paramref name="afterLast"/>.</summary>
    protected string PathAfterThis(string afterLast)
    {
        var next = sections.Form(Case, Form).Sections.SkipWhile(s => s.Id != Section).Skip(1).FirstOrDefault();
        return CaseLinks.To(Handle.CaseId, next is null ? afterLast : $"{BasePage}/{next.Id}");
    }

    private async Task LoadTypedAsync(int shownVersion)
    {
        var section = FindSection() ?? throw new NotThereException();
        var filled = await sections.FilledAsync(Handle.CaseId, Form);
        var latest = filled.GetValueOrDefault(Section)?.Version ?? 0;
        var hasChanged = latest != shownVersion;
        var other = hasChanged && IsOpen(section.Compartment) ? await sections.ReadAsync(Opened!, Case, Form, Section) : null;
        var typed = PostedSection.Read(section, Request.Form, organisations).Typed;
        // Who has seen the other's version may write after it; who has not is held to the one they saw.
        View = ViewOf(section, filled, typed, other?.Version ?? shownVersion) with
        {
            HasChanged = hasChanged,
            Other = other,
        };
    }

    private SectionDefinition? FindSection() => sections.Form(Case, Form).Sections.FirstOrDefault(s => s.Id == Section);

    private SectionView ViewOf(
        SectionDefinition section,
        IReadOnlyDictionary<string, FilledSection> filled,
        IReadOnlyDictionary<string, TypedField> typed,
        int version
    )
    {
        var form = sections.Form(Case, Form);
        var number = form.Sections.TakeWhile(s => s.Id != section.Id).Count() + 1;
        return new SectionView(
            form,
            section,
            number,
            SectionRail.Of(form, filled, section.Id, CaseLinks.To(Handle.CaseId, BasePage)),
            typed,
            version,
            filled.GetValueOrDefault(section.Id),
            false,
            false,
            null
        );
    }
}
