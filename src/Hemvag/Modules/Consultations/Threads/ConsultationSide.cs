namespace Hemvag.Modules.Consultations.Threads;

/// <summary>The two sides of a consultation.</summary>
internal enum ConsultationSide
{
    Asker,
    Recipient,
}
