using Hemvag.Auditing;

namespace Hemvag.Modules.Cases;

/// <summary>What a module above does when something happens in a case, in the same save. Registered by that module.</summary>
/// <remarks>Holds no state: the operation it runs in may run again.</remarks>
internal interface IReactTo<in T>
    where T : IEvent
{
    Task ReactAsync(T happened, CaseWork work);
}
