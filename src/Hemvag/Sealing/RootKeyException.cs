namespace Hemvag.Sealing;

/// <summary>The root keys can't be made or read. The message is one English sentence for whoever runs the installation.</summary>
internal sealed class RootKeyException(string message, Exception? inner = null) : Exception(message, inner);
