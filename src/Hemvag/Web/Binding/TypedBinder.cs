using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Hemvag.Web.Binding;

/// <summary>What a parser says: a value, or the key in WebTexts of the sentence that says what to do.</summary>
internal readonly record struct Reading(object? Value, string? ErrorKey, params object[] Arguments)
{
    public static Reading Of(object? value) => new(value, null);

    public static Reading Wrong(string key, params object[] arguments) => new(null, key, arguments);
}

/// <summary>Binds one simple value by an invariant parser. Typed text is cleaned first; what was typed is kept for redisplay.</summary>
internal sealed class TypedBinder(Func<string, Reading> read, bool clean = true) : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var posted = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (posted == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }
        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, posted);
        var text = posted.FirstValue ?? "";
        text = clean ? TypedText.Clean(text) : text;
        var metadata = bindingContext.ModelMetadata;
        if (text.Length == 0)
        {
            BindNothing(bindingContext, metadata);
            return Task.CompletedTask;
        }
        var reading = read(text);
        if (reading.ErrorKey is { } key)
        {
            bindingContext.ModelState.TryAddModelError(
                bindingContext.ModelName,
                BindingTexts.For(bindingContext.HttpContext, key, reading.Arguments)
            );
            return Task.CompletedTask;
        }
        bindingContext.Result = ModelBindingResult.Success(reading.Value);
        return Task.CompletedTask;
    }

    private static void BindNothing(ModelBindingContext context, ModelMetadata metadata)
    {
        if (metadata.IsReferenceOrNullableType)
        {
            context.Result = ModelBindingResult.Success(null);
            return;
        }
        context.ModelState.TryAddModelError(context.ModelName, BindingTexts.For(context.HttpContext, "Validation.Required"));
    }
}
