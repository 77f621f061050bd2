using Hemvag.Auditing;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Accounts;

/// <summary>How someone signed in.</summary>
internal enum SignInMethod
{
    /// <summary>Password and the code of an authenticator app.</summary>
    PasswordAndCode,

    /// <summary>Password alone, which opens nothing but the page that sets up the second factor.</summary>
    PasswordOnly,

    /// <summary>One click on the page of demo accounts.</summary>
    Demo,
}

internal sealed record AccountCreated(Guid AccountId, Guid OrganisationId) : IEvent;

internal sealed record RoleGiven(Guid AccountId, Role Role) : IEvent;

internal sealed record RoleTaken(Guid AccountId, Role Role) : IEvent;

internal sealed record PasswordCodeIssued(Guid AccountId, DateTime EndsAt) : IEvent;

internal sealed record PasswordSet(Guid AccountId) : IEvent;

internal sealed record SecondFactorSet(Guid AccountId, bool Replaced) : IEvent;

/// <summary>One administrator asks; another one has to do it.</summary>
internal sealed record SecondFactorResetAsked(Guid AccountId) : IEvent;

internal sealed record SecondFactorReset(Guid AccountId) : IEvent;

internal sealed record SignInSucceeded(Guid AccountId, SignInMethod Method) : IEvent;

/// <summary>Every session of the account has ended.</summary>
internal sealed record SignedOut(Guid AccountId) : IEvent;

/// <param name="Count">Failures since the last success.</param>
internal sealed record SignInFailed(Guid AccountId, int Count) : IEvent;

/// <summary>A form was sent that changed nothing.</summary>
internal sealed record NothingChanged(Guid AccountId) : IEvent;

/// <param name="ByAccountId">Who stands in.</param>
internal sealed record CoverArranged(Guid CoverId, Guid AccountId, Guid ByAccountId, DateOnly FirstDay, DateOnly LastDay) : IEvent;

internal sealed record CoverEnded(Guid CoverId, Guid AccountId, Guid ByAccountId) : IEvent;

internal sealed record AccountClosed(Guid AccountId) : IEvent;

internal sealed record LanguageChosen(Guid AccountId, string Before, string After) : IEvent;
