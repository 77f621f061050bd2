namespace Hemvag.Web;

/// <summary>Puts the baseline before everything the framework itself adds, so that an answer to a foreign host name bears it too.</summary>
internal sealed class BaselineFirst : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.UseMiddleware<ResponseBaseline>();
            next(app);
        };
}
