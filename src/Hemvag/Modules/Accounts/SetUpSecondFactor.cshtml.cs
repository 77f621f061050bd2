using System.ComponentModel.DataAnnotations;
using Hemvag.Modules.Accounts.SecondFactor;
using Hemvag.Modules.Accounts.Session;
using Hemvag.Web.Refused;
using Microsoft.AspNetCore.Mvc;

namespace Hemvag.Modules.Accounts;

/// <summary>Takes an authenticator app into use. Until that is done, everyone with a role sees nothing else.</summary>
[ForRoles, WithoutSecondFactor]
internal sealed class SetUpSecondFactorModel(OwnAccount own, AccountQueries accounts, SessionStart start) : AccountPageModel, ILoadsForRedisplay
{
    [BindProperty, MaxLength(20)]
    public string Code { get; set; } = "";

    [BindProperty, MaxLength(20)]
    public string? CurrentCode { get; set; }

    /// <summary>The new key, sealed for this account.</summary>
    [BindProperty, MaxLength(400)]
    public string? Proposed { get; set; }

    internal bool IsReplacing { get; private set; }

    /// <summary>When administrators removed the one before; null when there was none, or another is in use.</summary>
    internal DateTime? RemovedAt { get; private set; }

    internal string KeyText { get; private set; } = "";

    internal string KeyAddress { get; private set; } = "";

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var account = await own.SetSecondFactorAsync(
            OperationId,
            Me.Actor,
            Me.Id,
            Proposed ?? "",
            Code,
            CurrentCode,
            HttpContext.Connection.RemoteIpAddress
        );
        await start.FullAsync(HttpContext, account, SignInMethod.PasswordAndCode);
        return Redirect("/");
    }

    public async Task LoadAsync()
    {
        var account = await accounts.FindAsync(Me.Id) ?? throw new NotThereException();
        IsReplacing = account.SecondFactorSet;
        RemovedAt = IsReplacing ? null : await accounts.SecondFactorRemovedAtAsync(Me.Id);
        var key = own.ReadKey(Me.Id, Proposed);
        if (key is null)
        {
            Proposed = own.ProposeKey(Me.Id);
            key = own.ReadKey(Me.Id, Proposed)!;
        }

        KeyText = TimeCodes.ToText(key);
        KeyAddress = TimeCodes.ToAddress(key, account.Mail ?? "");
    }
}
