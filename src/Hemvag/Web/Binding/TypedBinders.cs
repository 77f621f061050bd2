using System.ComponentModel.DataAnnotations;
using Hemvag.Data;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Hemvag.Web.Binding;

/// <summary>Which parser reads which type; the framework's own, which follow the culture, are never asked for these.</summary>
internal sealed class TypedBinders : IModelBinderProvider
{
    /// <summary>Characters a text may have where the form says nothing.</summary>
    public const int DefaultMaxLength = 4000;

    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        var metadata = context.Metadata;
        var type = metadata.UnderlyingOrModelType;
        if (type == typeof(Guid) && metadata.PropertyName == PostFormTagHelper.OperationField)
        {
            return new OperationIdBinder();
        }

        if (type == typeof(string))
        {
            var isPassword = metadata.DataTypeName == nameof(DataType.Password);
            return new TypedBinder(text => ReadText(text, MaxLength(metadata)), clean: !isPassword);
        }
        return Parser(type, metadata) is { } read ? new TypedBinder(read) : null;
    }

    private static Func<string, Reading>? Parser(Type type, ModelMetadata metadata)
    {
        if (type == typeof(long) && CurrencyOf(metadata) is { } currency)
        {
            var exponent = Currencies.Exponent(currency);
            return text => TypedAnswers.TryMinorUnits(text, exponent, out var minor) ? Reading.Of(minor) : Reading.Wrong("Validation.Amount");
        }
        return type switch
        {
            _ when type == typeof(DateOnly) => ReadDay,
            _ when type == typeof(TimeOnly) => text => TypedAnswers.TryTime(text, out var time) ? Reading.Of(time) : Reading.Wrong("Validation.Time"),
            _ when type == typeof(DateTime) => text =>
                TypedAnswers.TryLocalTime(text, out var local) ? Reading.Of(local) : Reading.Wrong("Validation.LocalTime"),
            _ when type == typeof(int) => text =>
                TypedAnswers.TryWhole(text, out var n) && n is >= int.MinValue and <= int.MaxValue
                    ? Reading.Of((int)n)
                    : Reading.Wrong("Validation.Number"),
            _ when type == typeof(long) => text => TypedAnswers.TryWhole(text, out var n) ? Reading.Of(n) : Reading.Wrong("Validation.Number"),
            _ when type == typeof(bool) => ReadYesNo,
            _ when type.IsEnum => text => ReadChoice(type, text),
            _ => null,
        };
    }

    private static Reading ReadText(string text, int maxLength) =>
        text.Length > maxLength ? Reading.Wrong("Validation.TooLong", "", maxLength) : Reading.Of(text);

    private static Reading ReadDay(string text) =>
        TypedAnswers.TryDay(text, out var day, out var wellFormed) ? Reading.Of(day)
        : wellFormed ? Reading.Wrong("Validation.NoSuchDay", text)
        : Reading.Wrong("Validation.Day");

    private static Reading ReadYesNo(string text) =>
        text switch
        {
            "true" => Reading.Of(true),
            "false" => Reading.Of(false),
            _ => Reading.Wrong("Validation.Choice"),
        };

    // By name alone: the framework would also take numbers and sums of flags.
    private static Reading ReadChoice(Type type, string text) =>
        Enum.GetNames(type).Contains(text, StringComparer.Ordinal) ? Reading.Of(Enum.Parse(type, text)) : Reading.Wrong("Validation.Choice");

    private static string? CurrencyOf(ModelMetadata metadata) =>
        (metadata as DefaultModelMetadata)?.Attributes.Attributes.OfType<MinorUnitsAttribute>().FirstOrDefault()?.Currency;

    private static int MaxLength(ModelMetadata metadata)
    {
        var said = metadata
            .ValidatorMetadata.Select(v =>
                v switch
                {
                    MaxLengthAttribute m => m.Length,
                    StringLengthAttribute s => s.MaximumLength,
                    _ => 0,
                }
            )
            .FirstOrDefault(length => length > 0);
        return said > 0 ? said : DefaultMaxLength;
    }
}
