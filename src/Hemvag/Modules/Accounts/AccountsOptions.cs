namespace Hemvag.Modules.Accounts;

/// <summary>How accounts behave in this run.</summary>
internal sealed record AccountsOptions
{
    /// <summary>Started as a demo: the page of demo accounts exists, on a loopback connection and in a database the demo made.</summary>
    public required bool Demo { get; init; }
}
