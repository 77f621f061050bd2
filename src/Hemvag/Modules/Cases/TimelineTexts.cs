using Microsoft.Extensions.Localization;

namespace Hemvag.Modules.Cases;

/// <summary>A module's resource class that holds the words of its operations, under <c>Operation.{Kind}</c>.</summary>
internal sealed record TimelineTexts(Type Texts)
{
    /// <summary>The words of an operation in the reader's language, looked up in every module that has registered.</summary>
    public static string For(IEnumerable<TimelineTexts> all, IStringLocalizerFactory localizers, string kind)
    {
        foreach (var texts in all)
        {
            var found = localizers.Create(texts.Texts)[$"Operation.{kind}"];
            if (!found.ResourceNotFound)
            {
                return found;
            }
        }

        return kind;
    }
}
