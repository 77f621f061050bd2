using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Accounts.SecondFactor;
using Hemvag.Modules.Accounts.Session;
using Hemvag.Modules.Accounts.SigningIn;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Accounts;

/// <summary>Takes an authenticator app into use. Until that is done, everyone with a role sees nothing else.</summary>
[ForRoles, WithoutSecondFactor]
internal sealed class SetUpSecondFactorModel(OwnAccount own, AccountQueries accounts, SessionStart start, DeviceCookie devices)
    : AccountPageModel,
        ILoadsForRedisplay
{
    [BindProperty, MaxLength(20)]
    public string Code { get; set; } = "";

    [BindProperty, MaxLength(20)]
    public string? CurrentCode { get; set; }

    /// <summary>The new key, sealed for this account.</summary>
    [BindProperty, MaxLength(400)]
    public string? Proposed { get; set; }

    internal bool IsReplacing { get; private set; }

    /// <summary>The code of the app in use is asked for where no factor was shown within the last minutes.</summary>
    internal bool AsksCurrentCode => IsReplacing && !Proved;

    /// <summary>The account has no second factor yet: a passkey would be one too.</summary>
    internal bool MayUsePasskey { get; private set; }

    private bool hasPasskey;

    private bool Proved =>
        HttpContext.Features.Get<CurrentSession>() is { HasSecondFactor: true } session && NeedsProofAttribute.IsProved(HttpContext, session);

    // Beside a passkey the app would be a second way in: not to be added from a stolen session.
    private bool NeedsProof => hasPasskey && !Proved;

    /// <summary>When the owner began anew with two administrators' help; null when never, or a second factor is in use again.</summary>
    internal DateTime? RemovedAt { get; private set; }

    internal string KeyText { get; private set; } = "";

    internal string KeyAddress { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        return NeedsProof ? AskForProof() : Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        if (NeedsProof)
        {
            return AskForProof();
        }

        var session = await own.SetSecondFactorAsync(
            OperationId,
            Me.Actor,
            Me.Id,
            Proposed ?? "",
            Code,
            CurrentCode,
            Proved,
            devices.OriginOf(HttpContext)
        );
        await start.FullAsync(HttpContext, session);
        return Redirect("/");
    }

    public async Task LoadAsync()
    {
        var account = await accounts.FindAsync(Me.Id) ?? throw new NotThereException();
        IsReplacing = account.HasApp;
        hasPasskey = account.Passkeys > 0;
        MayUsePasskey = !account.SecondFactorSet;
        RemovedAt = IsReplacing || hasPasskey ? null : await accounts.RecoveredAtAsync(Me.Id);
        var key = own.ReadKey(Me.Id, Proposed);
        if (key is null)
        {
            Proposed = own.ProposeKey(Me.Id);
            key = own.ReadKey(Me.Id, Proposed)!;
        }

        KeyText = TimeCodes.ToText(key);
        KeyAddress = TimeCodes.ToAddress(key, account.Mail ?? "");
    }

    private RedirectResult AskForProof() => Redirect("/account/proof?return=/account/second-factor");
}
