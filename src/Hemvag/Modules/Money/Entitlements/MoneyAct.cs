namespace Hemvag.Modules.Money.Entitlements;

/// <summary>Who does something with money, and when.</summary>
/// <param name="By">The account.</param>
/// <param name="At">UTC.</param>
/// <param name="Today">The date in the zone of the one who acts.</param>
/// <param name="NewId">Ids of the operation.</param>
internal sealed record MoneyAct(Guid By, DateTime At, DateOnly Today, Func<Guid> NewId);
