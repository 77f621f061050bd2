using Hemvag.Modules.Programmes;

namespace Hemvag.Modules.Cases.Forms;

/// <summary>What the sealed sections of a form are called: <c>form.application.person</c>. Stored, so the words never change.</summary>
internal static class FormSubjects
{
    /// <summary>What the subjects of all sections of all forms begin with.</summary>
    public const string AllForms = "form.";

    public static string Of(FormKind form, string sectionId) => Prefix(form) + sectionId;

    /// <summary>What the subjects of all sections of a form begin with.</summary>
    public static string Prefix(FormKind form) =>
        form switch
        {
            FormKind.Application => "form.application.",
            FormKind.NeedsInventory => "form.needs.",
            FormKind.HealthAssessment => "form.health.",
        };
}
