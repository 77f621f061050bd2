using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Cases.Forms;

/// <summary>How a kind of field is drawn.</summary>
internal static class FormControls
{
    private const int FewChoices = 4;

    /// <summary>The word that the field tag helper knows the control by.</summary>
    public static string Of(FieldDefinition field) =>
        field.Kind switch
        {
            FieldKind.Text or FieldKind.Heading => "text",
            FieldKind.LongText => "textarea",
            FieldKind.Date => "date",
            FieldKind.YesNo or FieldKind.Choice => "radio",
            FieldKind.MultiChoice => "checks",
            FieldKind.Country or FieldKind.Language => "select",
            FieldKind.Number => "number",
            FieldKind.Phone => "tel",
        };

    public static int Rows(FieldDefinition field) => field.Kind == FieldKind.LongText ? 3 : 0;

    /// <summary>Many choices stand one to a line.</summary>
    public static bool IsStacked(FieldDefinition field) =>
        field.Kind is FieldKind.Choice or FieldKind.MultiChoice && field.Choices is { Count: > FewChoices };
}
