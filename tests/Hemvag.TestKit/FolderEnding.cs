namespace Hemvag.TestKit;

/// <summary>Takes a test's folder away. A server that has just been stopped may still write its last line: then it is tried again.</summary>
internal static class FolderEnding
{
    private const int Tries = 5;

    public static void Delete(string folder)
    {
        for (var attempt = 1; Directory.Exists(folder); attempt++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException) when (attempt < Tries)
            {
                Thread.Sleep(100 * attempt);
            }
        }
    }
}
