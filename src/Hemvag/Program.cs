using Hemvag.Web;

namespace Hemvag;

internal sealed class Program
{
    private static async Task Main(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        // Built assets are found beside the sources too, whatever the environment is called.
        builder.WebHost.UseStaticWebAssets();
        builder.Services.AddHemvagWeb();
        var app = builder.Build();
        app.UseHemvagWeb();
        await app.RunAsync();
    }
}
