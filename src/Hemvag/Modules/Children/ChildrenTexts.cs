namespace Hemvag.Modules.Children;

/// <summary>Names the resource files beside it: accompanying children, those who stand for children, a child who returns alone.</summary>
public sealed class ChildrenTexts;
