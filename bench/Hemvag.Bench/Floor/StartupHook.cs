using System.Diagnostics.CodeAnalysis;
using Hemvag.Bench.Floor;

/// <summary>
/// The runtime calls this before the product's own Main, by a name that it prescribes. The assembly is loaded by it: the
/// product's host then finds <see cref="FloorStartup"/> by the assembly's name, though it is no part of the product.
/// </summary>
[SuppressMessage("Design", "CA1050", Justification = "The runtime looks for this type outside any namespace.")]
[SuppressMessage("Design", "MA0047", Justification = "The runtime looks for this type outside any namespace.")]
internal static class StartupHook
{
    // Programs that the product might start would not know the bench.
    public static void Initialize() => Environment.SetEnvironmentVariable("DOTNET_STARTUP_HOOKS", null);
}
