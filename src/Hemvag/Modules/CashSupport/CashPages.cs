using Hemvag.Modules.Cases;

namespace Hemvag.Modules.CashSupport;

/// <summary>Addresses of the pages of cash support; those of one case by the last part.</summary>
internal static class CashPages
{
    public const string Desk = "/cash-support";
    public const string New = Desk + "/new";
    public const string ConfirmMany = Desk + "/confirm";
    public const string CloseMany = Desk + "/close";
    public const string Notice = CaseLinks.Cash + "/notice";
    public const string Receipt = CaseLinks.Cash + "/receipt";
    public const string Presented = CaseLinks.Cash + "/presented";
    public const string Pay = CaseLinks.Cash + "/pay";
    public const string End = CaseLinks.Cash + "/end";
    public const string Recovery = CaseLinks.Cash + "/recovery";
}
