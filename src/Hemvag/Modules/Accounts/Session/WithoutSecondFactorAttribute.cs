namespace Hemvag.Modules.Accounts.Session;

/// <summary>A page that is open before the second factor is set up: the page that does it, and signing out.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class WithoutSecondFactorAttribute : Attribute;
