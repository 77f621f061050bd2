using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Hemvag.Data;
using Hemvag.Web.Binding;
using Hemvag.Web.Formatting;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Hemvag.Web.TagHelpers;

/// <summary>What stands in a field: what was typed, if it was posted, else the model's value written invariantly.</summary>
internal static class FieldValue
{
    public static IReadOnlyList<string> Of(ModelExpression field, ModelStateEntry? state, string? currency)
    {
        if (state?.RawValue is not null)
        {
            return state.RawValue is string[] several ? several : [state.AttemptedValue ?? ""];
        }
        return field.Model switch
        {
            null => [],
            string text => [text],
            IEnumerable many => [.. many.Cast<object>().Select(one => Write(one, currency))],
            var one => [Write(one, currency)],
        };
    }

    public static string? CurrencyOf(ModelExpression field) =>
        (field.Metadata as DefaultModelMetadata)?.Attributes.Attributes.OfType<MinorUnitsAttribute>().FirstOrDefault()?.Currency;

    /// <summary>The kind of control the model's type asks for where the page does not say.</summary>
    public static string Kind(ModelExpression field, bool hasChoices)
    {
        var type = field.Metadata.UnderlyingOrModelType;
        return type switch
        {
            _ when type == typeof(bool) && !field.Metadata.IsNullableValueType => "checkbox",
            _ when type.IsEnum || hasChoices && !field.Metadata.IsEnumerableType => "radio",
            _ when typeof(IFormFile).IsAssignableFrom(type) || typeof(IEnumerable<IFormFile>).IsAssignableFrom(type) => "file",
            _ when field.Metadata.IsEnumerableType => "checks",
            _ when type == typeof(DateOnly) => "date",
            _ when type == typeof(TimeOnly) => "time",
            _ when type == typeof(int) || type == typeof(long) => "number",
            _ when field.Metadata.DataTypeName == nameof(DataType.Password) => "password",
            _ => "text",
        };
    }

    private static string Write(object value, string? currency) =>
        value switch
        {
            long minor when currency is not null => Amounts.Plain(new Amount(minor, currency)),
            DateOnly day => Dates.Iso(day),
            TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
            DateTime local => local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
            bool yes => yes ? "true" : "false",
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
}
