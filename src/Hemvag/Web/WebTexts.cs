namespace Hemvag.Web;

/// <summary>Marker of the texts of layout, forms, errors and binding (WebTexts.resx, WebTexts.en.resx).</summary>
public sealed class WebTexts;
