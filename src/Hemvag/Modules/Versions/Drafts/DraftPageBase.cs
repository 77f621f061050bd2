using Hemvag.Modules.Accounts;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Versions.Drafts;

/// <summary>A page about one draft.</summary>
internal abstract class DraftPageBase(DraftQueries drafts) : AccountPageModel, ILoadsForRedisplay
{
    [FromRoute]
    public Guid DraftId { get; set; }

    internal DraftShown Draft { get; private set; } = null!;

    internal bool IsMine => Draft.Draft.OwnerId == Me.Id;

    /// <exception cref="NotThereException">There is no such draft.</exception>
    public virtual async Task LoadAsync() => Draft = await drafts.GetAsync(DraftId);
}
