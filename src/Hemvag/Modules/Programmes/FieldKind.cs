namespace Hemvag.Modules.Programmes;

/// <summary>The kinds of field the form renderer knows.</summary>
internal enum FieldKind
{
    /// <summary>One line of text.</summary>
    Text,

    /// <summary>Several lines of text.</summary>
    LongText,

    /// <summary>A calendar date.</summary>
    Date,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>One of the listed choices.</summary>
    Choice,

    /// <summary>Any number of the listed choices.</summary>
    MultiChoice,

    /// <summary>A country, ISO 3166-1 alpha-2.</summary>
    Country,

    /// <summary>A language, ISO 639 code.</summary>
    Language,

    /// <summary>A whole number, zero or more.</summary>
    Number,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>Only a heading between fields; has no answer.</summary>
    Heading,
}
