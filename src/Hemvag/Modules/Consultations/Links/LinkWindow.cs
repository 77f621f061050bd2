using Hemvag.Modules.Accounts;
using Hemvag.Modules.Cases;

namespace Hemvag.Modules.Consultations.Links;

/// <summary>An open window of a link, as <see cref="LinkWindows"/> has found it for the cookie of this request.</summary>
/// <param name="Maker">On whose behalf the professional acts, named as such.</param>
/// <param name="Handle">The case; null while the form of the first contact has not been sent.</param>
internal sealed record LinkWindow(OneTimeLink Link, CurrentAccount Maker, CaseHandle? Handle)
{
    public bool AsksForFirstContact => Handle is null;
}
