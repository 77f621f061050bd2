using Hemvag.Sealing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Hemvag.Modules.Cases;

/// <summary>What a handler (or a whole page, for those without their own) needs the account to be allowed in the case.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
internal sealed class NeedsAttribute(CaseAction action) : Attribute
{
    public CaseAction Action { get; } = action;
}

/// <summary>
/// A page of one case: its address holds <c>{caseId:guid}</c>. <see cref="CasePageFilter"/> has checked access before any handler runs.
/// </summary>
internal abstract class CasePageModel : PageModel
{
    /// <summary>Carried by every form; a second submit is the same operation.</summary>
    [BindProperty]
    public Guid OperationId { get; set; }

    internal CaseHandle Handle { get; set; } = null!;

    /// <summary>What this account has open in the case now.</summary>
    internal OpenedCompartment? Opened => Handle.Opened;

    internal Case Case => Handle.Case;

    /// <summary>Whether what the address names is for this account, beyond the action that the page needs; asked before any handler.</summary>
    internal virtual bool MayBeHere => true;

    internal bool IsOpen(Compartment compartment) => Opened is not null && Opened.Covers(compartment) && Handle.MayOpen(compartment);
}
