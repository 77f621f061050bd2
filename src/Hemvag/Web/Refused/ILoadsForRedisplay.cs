namespace Hemvag.Web.Refused;

/// <summary>
/// A page that reads what it shows besides the form. Called before the page is shown again after a refusal or an
/// answer that could not be read; it must check access itself and must not overwrite what was posted.
/// </summary>
public interface ILoadsForRedisplay
{
    Task LoadAsync();
}
