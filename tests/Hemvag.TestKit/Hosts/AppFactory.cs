using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Hemvag.TestKit.Hosts;

/// <summary>The product's own Program with a test's database, clock and folder; nothing else differs.</summary>
internal sealed class AppFactory(AppOptions options) : WebApplicationFactory<Program>
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach (var (key, value) in options.Database.Settings.Concat(options.Settings))
        {
            builder.UseSetting(key, value);
        }

        builder.UseSetting("Data", options.DataFolder);
        builder.UseSetting("Demo", options.Demo ? "true" : "false");
        // The invented cases take seconds to make; the tests that want them say so.
        if (!options.Settings.ContainsKey("Demo:Cases"))
        {
            builder.UseSetting("Demo:Cases", "false");
        }

        builder.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        builder.ConfigureTestServices(Replace);
    }

    private void Replace(IServiceCollection services)
    {
        if (options.Time is { } time)
        {
            services.Replace(ServiceDescriptor.Singleton(time));
        }

        options.Services?.Invoke(services);
    }
}
