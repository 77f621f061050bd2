using System.Globalization;

namespace Hemvag.TestKit;

/// <summary>
/// Chance that can be repeated: <c>SeededRandom.Run(random => …)</c> names its seed in the failure, and
/// <c>HEMVAG_SEED</c> runs that seed again.
/// </summary>
public static class SeededRandom
{
    public static int Seed { get; } = ChooseSeed();

    public static void Run(Action<Random> test) => Run(Seed, test);

    public static void Run(int seed, Action<Random> test)
    {
        try
        {
            test(new Random(seed));
        }
        catch (Exception failure)
        {
            throw new SeededFailureException(seed, failure);
        }
    }

    public static Task RunAsync(Func<Random, Task> test) => RunAsync(Seed, test);

    public static async Task RunAsync(int seed, Func<Random, Task> test)
    {
        try
        {
            await test(new Random(seed));
        }
        catch (Exception failure)
        {
            throw new SeededFailureException(seed, failure);
        }
    }

    /// <summary>Any one of the given.</summary>
    public static T Pick<T>(this Random random, IReadOnlyList<T> of) => of[random.Next(of.Count)];

    private static int ChooseSeed()
    {
        var asked = Environment.GetEnvironmentVariable("HEMVAG_SEED");
        return asked is null ? Random.Shared.Next() : int.Parse(asked, CultureInfo.InvariantCulture);
    }
}
