namespace Hemvag.Web.TagHelpers;

/// <summary>The fields rendered on this page so far, so that the error summary above them can name and link them.</summary>
internal sealed class FieldLabels
{
    private readonly Dictionary<string, (string Id, string Label)> fields = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> order = [];

    public static FieldLabels Of(HttpContext context)
    {
        if (context.Items.TryGetValue(typeof(FieldLabels), out var found) && found is FieldLabels labels)
        {
            return labels;
        }
        labels = new FieldLabels();
        context.Items[typeof(FieldLabels)] = labels;
        return labels;
    }

    public void Add(string name, string id, string label)
    {
        if (fields.TryAdd(name, (id, label)))
        {
            order.Add(name);
        }
    }

    /// <summary>The field's place on the page; what has no field stands first.</summary>
    public int PlaceOf(string name) => order.FindIndex(n => string.Equals(n, name, StringComparison.OrdinalIgnoreCase));

    public bool TryGet(string name, out (string Id, string Label) field) => fields.TryGetValue(name, out field);
}
