using Hemvag.Bench.Floor;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore.Diagnostics;

[assembly: HostingStartup(typeof(FloorStartup))]

namespace Hemvag.Bench.Floor;

/// <summary>
/// Puts the floor page and the count of queries into the published product, from outside: the host is told by its
/// environment to run this assembly at start (<see cref="Environment"/>), and the product knows nothing of it.
/// </summary>
internal sealed class FloorStartup : IHostingStartup
{
    /// <summary>What a process of the product needs in its environment to map the floor page.</summary>
    public static IReadOnlyDictionary<string, string> Environment { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["DOTNET_STARTUP_HOOKS"] = typeof(FloorStartup).Assembly.Location,
            ["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = typeof(FloorStartup).Assembly.GetName().Name!,
        };

    public void Configure(IWebHostBuilder builder) =>
        builder.ConfigureServices(services =>
        {
            services.AddSingleton<ISaveChangesInterceptor, QueryCount>();
            services.AddSingleton<IStartupFilter, QueryCountFilter>();
            // These options are read just before the pages are looked up for the first time.
            services
                .AddOptions<RazorPagesOptions>()
                .Configure<ApplicationPartManager>(
                    (_, parts) => parts.ApplicationParts.Add(new CompiledRazorAssemblyPart(typeof(FloorStartup).Assembly))
                );
        });

    private sealed class QueryCountFilter : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(QueryCount.TellAsync);
                next(app);
            };
    }
}
