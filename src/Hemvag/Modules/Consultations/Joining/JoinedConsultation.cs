using Hemvag.Modules.Consultations.Threads;
using Hemvag.Sealing;

namespace Hemvag.Modules.Consultations.Joining;

/// <summary>A consultation that became part of a case: all its turns, sealed anew under the case's Notes.</summary>
internal sealed record JoinedConsultation(string Number, DateTime AskedAt, IReadOnlyList<JoinedTurn> Turns) : ISealedPayload
{
    public const string SubjectPrefix = "consultation.";

    public static string Kind => "joined-consultation";

    public static int SchemaVersion => 1;

    public static string SubjectOf(Guid consultationId) => $"{SubjectPrefix}{consultationId:N}";
}

/// <param name="At">UTC.</param>
internal sealed record JoinedTurn(ConsultationSide Side, DateTime At, string Text);
