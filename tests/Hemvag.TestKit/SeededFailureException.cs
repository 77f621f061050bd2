namespace Hemvag.TestKit;

/// <summary>Says with which seed a random test failed, so that anyone can run the same again.</summary>
public sealed class SeededFailureException(int seed, Exception failure) : Exception($"Failed with HEMVAG_SEED={seed}: {failure.Message}", failure);
