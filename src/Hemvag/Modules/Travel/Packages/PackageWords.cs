using Hemvag.Modules.Programmes;
using Hemvag.Sealing;

namespace Hemvag.Modules.Travel.Packages;

/// <summary>Who a package is for. Sealed under Travel.</summary>
internal sealed record PackageWords(string Name) : ISealedPayload
{
    public const string SubjectPrefix = "travel.package.";

    public static string Kind => "package-words";

    public static int SchemaVersion => 1;

    public static string SubjectOf(Guid packageId) => $"{SubjectPrefix}{packageId:N}";
}

/// <summary>What is written to the recipient. Sealed under Health where that is a clinic, else under Travel.</summary>
internal sealed record PackageMessage(string Text) : ISealedPayload
{
    public static string Kind => "package-message";

    public static int SchemaVersion => 1;

    public static string SubjectOf(Guid packageId) => $"package.message.{packageId:N}";

    public static Compartment CompartmentFor(PackageRecipient recipient) =>
        recipient == PackageRecipient.Clinic ? Compartment.Health : Compartment.Travel;
}
