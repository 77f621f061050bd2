using Hemvag.Auditing;
using Hemvag.Modules.Accounts.Links;
using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Accounts;

/// <summary>How someone signed in.</summary>
internal enum SignInMethod
{
    /// <summary>Password and the code of an authenticator app.</summary>
    PasswordAndCode,

    /// <summary>Password alone, which opens nothing but the page that sets up the second factor.</summary>
    PasswordOnly,

    /// <summary>A passkey with its owner's finger, face or PIN: both factors at once.</summary>
    Passkey,

    /// <summary>The organisation's own sign-in, which vouches for two factors.</summary>
    External,

    /// <summary>The organisation's own sign-in, and the code of an authenticator app.</summary>
    ExternalAndCode,

    /// <summary>The organisation's own sign-in alone, which opens nothing but the page that sets up the second factor.</summary>
    ExternalOnly,

    /// <summary>One click on the page of demo accounts.</summary>
    Demo,
}

internal sealed record AccountCreated(Guid AccountId, Guid OrganisationId) : IEvent;

internal sealed record RoleGiven(Guid AccountId, Role Role) : IEvent;

internal sealed record RoleTaken(Guid AccountId, Role Role) : IEvent;

internal sealed record LinkIssued(Guid AccountId, Guid LinkId, LinkPurpose Purpose, DateTime EndsAt) : IEvent;

/// <summary>The token was made, and the mail with it is on its way.</summary>
internal sealed record LinkSent(Guid AccountId, Guid LinkId) : IEvent;

internal sealed record LinkUsed(Guid AccountId, Guid LinkId, LinkPurpose Purpose) : IEvent;

/// <summary>Password, app and passkeys are gone: the owner begins anew.</summary>
internal sealed record WaysInRemoved(Guid AccountId, int Passkeys) : IEvent;

internal sealed record PasswordSet(Guid AccountId) : IEvent;

internal sealed record SecondFactorSet(Guid AccountId, bool Replaced) : IEvent;

/// <summary>Someone said at the sign-in page to have lost the ways in.</summary>
internal sealed record RecoveryWanted(Guid AccountId) : IEvent;

/// <summary>One administrator has spoken with the owner; another one has to.</summary>
internal sealed record RecoveryConfirmed(Guid AccountId) : IEvent;

/// <summary>The second one has.</summary>
internal sealed record RecoveryApproved(Guid AccountId) : IEvent;

internal sealed record PasskeyAdded(Guid AccountId, Guid PasskeyId) : IEvent;

internal sealed record PasskeyRenamed(Guid AccountId, Guid PasskeyId) : IEvent;

internal sealed record PasskeyRemoved(Guid AccountId, Guid PasskeyId) : IEvent;

/// <param name="Provider">Key of the organisation's own sign-in.</param>
internal sealed record IdentityLinked(Guid AccountId, string Provider) : IEvent;

internal sealed record IdentityUnlinked(Guid AccountId, string Provider) : IEvent;

internal sealed record SignInSucceeded(Guid AccountId, SignInMethod Method, Guid SessionId) : IEvent;

/// <summary>A factor was shown again, before a way in is added or removed.</summary>
internal sealed record ProvedAgain(Guid AccountId, SignInMethod Method) : IEvent;

/// <summary>The owner has ended a session: the one signed out from, or another in the list.</summary>
internal sealed record SessionEnded(Guid AccountId, Guid SessionId) : IEvent;

/// <summary>The owner has ended every session but the one in use.</summary>
/// <param name="Count">How many could still have been used.</param>
internal sealed record OtherSessionsEnded(Guid AccountId, int Count) : IEvent;

/// <param name="Count">Failures from unknown devices since the last success.</param>
internal sealed record SignInFailed(Guid AccountId, int Count) : IEvent;

/// <summary>A form was sent that changed nothing.</summary>
internal sealed record NothingChanged(Guid AccountId) : IEvent;

/// <param name="ByAccountId">Who stands in.</param>
internal sealed record CoverArranged(Guid CoverId, Guid AccountId, Guid ByAccountId, DateOnly FirstDay, DateOnly LastDay) : IEvent;

internal sealed record CoverEnded(Guid CoverId, Guid AccountId, Guid ByAccountId) : IEvent;

internal sealed record AccountClosed(Guid AccountId) : IEvent;

internal sealed record LanguageChosen(Guid AccountId, string Before, string After) : IEvent;
