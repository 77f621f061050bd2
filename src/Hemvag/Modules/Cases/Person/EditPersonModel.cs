using Hemvag.Modules.Cases.Forms;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Cases.Person;

/// <summary>
/// Changes what is sealed about the person. Shown only under a live opening of its compartment, since it shows what stands there.
/// Whoever saves second is shown what the first has saved meanwhile.
/// </summary>
internal abstract class EditPersonModel<TPayload>(Compartment compartment, string page, IStringLocalizerFactory localizers)
    : CasePageModel,
        ILoadsForRedisplay
    where TPayload : class
{
    [BindProperty]
    public int SectionVersion { get; set; }

    internal bool MayShow { get; private set; }

    /// <summary>What someone else has saved since this form was shown.</summary>
    internal Unsealed<TPayload>? Changed { get; private set; }

    /// <summary>Every field that saving what is typed here would replace, as it stands now.</summary>
    internal IReadOnlyList<SavedField> SavedMeanwhile => Changed is { } now ? [.. Fields(now.Value).Except(Fields(Typed))] : [];

    /// <summary>What the form holds.</summary>
    protected abstract TPayload Typed { get; }

    protected IStringLocalizer Texts => localizers.Create(typeof(CasesTexts));

    internal SealedClosed Closed =>
        new(
            Handle.CaseId,
            compartment,
            localizers.Create(typeof(ProgrammesTexts))[$"Compartment.{compartment}"],
            Texts[$"Sealed.Holds.{compartment}"],
            CaseLinks.Person,
            page
        );

    public async Task OnGetAsync()
    {
        if (await ReadAsync() is { } now)
        {
            SectionVersion = now.Version;
            Fill(now.Value);
        }
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

    protected IActionResult BackToPerson() => Redirect(CaseLinks.To(Handle.CaseId, CaseLinks.Person));

    protected abstract Task<Unsealed<TPayload>?> FindAsync();

    /// <summary>Every field of the form, in its order.</summary>
    protected abstract IReadOnlyList<SavedField> Fields(TPayload payload);

    protected SavedField Field(string key, string? value) => new(Texts[key], string.IsNullOrEmpty(value) ? Texts["Person.NotSaid"] : value);

    /// <summary>Fills the form with what is saved.</summary>
    protected abstract void Fill(TPayload saved);

    private async Task<Unsealed<TPayload>?> ReadAsync()
    {
        var open = IsOpen(compartment);
        // What was typed is the writer's own: it stays on the page when the opening has run out meanwhile.
        MayShow = open || HttpMethods.IsPost(Request.Method);
        return open ? await FindAsync() : null;
    }
}
