namespace Hemvag.Modules.Programmes;

/// <summary>How money may be paid.</summary>
internal enum PaymentMode
{
    /// <summary>Cash at the IOM office (S1.65).</summary>
    CashAtOffice,

    /// <summary>Bank transfer, if possible (S1.65).</summary>
    BankTransfer,

    /// <summary>Directly to the provider, per plan and contract (S1.67, S1.69).</summary>
    DirectToProvider,

    /// <summary>Afterwards, against receipt or invoice (S1.69).</summary>
    ReimbursementAgainstReceipt,
}
