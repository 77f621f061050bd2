namespace Hemvag.Modules.Money;

/// <summary>Reads a word of an enum from an address.</summary>
internal static class ExactWord
{
    /// <summary>An exact word of the enum; never a number, never another case.</summary>
    public static bool TryRead<TEnum>(string? text, out TEnum? value)
        where TEnum : struct, Enum
    {
        value = null;
        if (text is null)
        {
            return true;
        }

        if (!Enum.GetNames<TEnum>().Contains(text, StringComparer.Ordinal))
        {
            return false;
        }

        value = Enum.Parse<TEnum>(text);
        return true;
    }
}
