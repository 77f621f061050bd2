using Hemvag.Data;

namespace Hemvag.Modules.Cases.Forms;

/// <summary>Why a section of a form was not saved.</summary>
internal static class FormRefusals
{
    /// <summary>An answer that came by another way than the form is not one that the field takes.</summary>
    public static readonly Refusal AnswerNotAllowed = new("AnswerNotAllowed", typeof(FormsTexts));
}
