using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Guardians;
using Hemvag.Modules.Children.Accompanying;
using Hemvag.Sealing;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Children.Guardians;

/// <summary>Those who stand for children in the case, and who of them is kept out.</summary>
[Needs(CaseAction.SeeChildren)]
internal sealed class GuardianListModel(
    GuardianQueries queries,
    ChildQueries children,
    GuardianKeeping keeping,
    TimeProvider time,
    IStringLocalizerFactory localizers
) : ChildrenPageModel(time, localizers)
{
    public AddGuardianInput Add { get; set; } = new();

    internal IReadOnlyList<GuardianRow> Guardians { get; private set; } = [];

    internal IReadOnlyList<AccompanyingChild> Children { get; private set; } = [];

    internal IReadOnlyList<Choice> Whom =>
        [
            .. Enum.GetValues<StandsFor>()
                .Where(s => s != StandsFor.Person || Case.Minor is not null)
                .Where(s => s != StandsFor.OneChild || Children.Count > 0)
                .Select(s => new Choice(s.ToString(), Texts[$"StandsFor.{s}"])),
        ];

    internal IReadOnlyList<Choice> ChildChoices => [.. Children.Select(c => new Choice(c.Id.ToString("D"), Texts["Child.Name", c.Ordinal]))];

    public Task OnGetAsync() => LoadAsync();

    [Needs(CaseAction.EditChildren)]
    public async Task<IActionResult> OnPostAsync(AddGuardianInput add)
    {
        Add = add;
        await keeping.AddAsync(Handle, OperationId, add.Kind!.Value, add.Whom, add.WhySuspected, add.Read());
        return To(CaseLinks.Guardians);
    }

    public override async Task LoadAsync()
    {
        Guardians = await queries.AllAsync(Handle);
        Children = await children.AllAsync(Handle);
    }
}

internal class GuardianInput
{
    [Required, MaxLength(200)]
    public string? Name { get; set; }

    [MaxLength(400)]
    public string? Contact { get; set; }

    [MaxLength(2000)]
    public string? Notes { get; set; }

    public GuardianPayload Read() => new(Name!, Contact, Notes);
}

internal sealed class AddGuardianInput : GuardianInput
{
    [Required]
    public GuardianKind? Kind { get; set; }

    [Required]
    public StandsFor? StandsFor { get; set; }

    public Guid? ChildId { get; set; }

    public bool Suspected { get; set; }

    [MaxLength(2000)]
    public string? SuspectedBecause { get; set; }

    internal ForWhom Whom => new(StandsFor!.Value, ChildId);

    internal string? WhySuspected => Suspected ? GivenReason.Require(SuspectedBecause, "Add.SuspectedBecause") : null;
}
