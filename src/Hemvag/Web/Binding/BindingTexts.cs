using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Hemvag.Web.Binding;

/// <summary>Every sentence the framework itself would say about a form, replaced by ours in both languages.</summary>
internal sealed class BindingTexts(IStringLocalizer<WebTexts> texts)
    : IPostConfigureOptions<MvcOptions>,
        IPostConfigureOptions<MvcDataAnnotationsLocalizationOptions>,
        IValidationMetadataProvider
{
    public static string For(HttpContext context, string key, params object[] arguments) =>
        context.RequestServices.GetRequiredService<IStringLocalizer<WebTexts>>()[key, arguments];

    public void PostConfigure(string? name, MvcOptions options)
    {
        options.ModelMetadataDetailsProviders.Add(this);
        var says = options.ModelBindingMessageProvider;
        says.SetAttemptedValueIsInvalidAccessor((_, _) => texts["Validation.Unreadable"]);
        says.SetUnknownValueIsInvalidAccessor(_ => texts["Validation.Unreadable"]);
        says.SetValueIsInvalidAccessor(_ => texts["Validation.Unreadable"]);
        says.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => texts["Validation.Unreadable"]);
        says.SetNonPropertyUnknownValueIsInvalidAccessor(() => texts["Validation.Unreadable"]);
        says.SetMissingBindRequiredValueAccessor(_ => texts["Validation.Required"]);
        says.SetMissingKeyOrValueAccessor(() => texts["Validation.Required"]);
        says.SetMissingRequestBodyRequiredValueAccessor(() => texts["Validation.Required"]);
        says.SetValueMustNotBeNullAccessor(_ => texts["Validation.Required"]);
        says.SetValueMustBeANumberAccessor(_ => texts["Validation.Number"]);
        says.SetNonPropertyValueMustBeANumberAccessor(() => texts["Validation.Number"]);
    }

    // Sentences of validation attributes are keys of WebTexts.
    public void PostConfigure(string? name, MvcDataAnnotationsLocalizationOptions options) =>
        options.DataAnnotationLocalizerProvider = (_, _) => texts;

    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var attribute in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (attribute.ErrorMessage is null && attribute.ErrorMessageResourceName is null)
            {
                attribute.ErrorMessage = KeyOf(attribute);
            }
        }
    }

    private static string KeyOf(ValidationAttribute attribute) =>
        attribute switch
        {
            RequiredAttribute => "Validation.Required",
            MaxLengthAttribute or StringLengthAttribute => "Validation.TooLong",
            RangeAttribute => "Validation.Range",
            EmailAddressAttribute => "Validation.Email",
            CompareAttribute => "Validation.NotTheSame",
            _ => "Validation.Unreadable",
        };
}
