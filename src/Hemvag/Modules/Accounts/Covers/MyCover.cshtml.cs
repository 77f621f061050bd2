namespace Hemvag.Modules.Accounts.Covers;

/// <summary>Arranges who stands in for oneself, and says for whom one does.</summary>
[ForRoles]
internal sealed class MyCoverModel(Covering covering, CoverQueries queries, TimeProvider time) : CoverPageModel(covering, queries, time)
{
    internal IReadOnlyList<CoverView> Mine { get; private set; } = [];

    internal override string Path => "/account/cover";

    internal override ValueTask<Guid> WhoAsync() => ValueTask.FromResult(Me.Id);

    public override async Task LoadAsync()
    {
        await base.LoadAsync();
        Mine = await Queries.ByAsync(Me.Id, Today);
    }
}
