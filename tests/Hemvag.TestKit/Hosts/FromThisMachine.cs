using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Hemvag.TestKit.Hosts;

/// <summary>Every visitor comes from this machine, where alone the demo's accounts can be used; without a socket there is no address.</summary>
public sealed class FromThisMachine : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        builder =>
        {
            builder.Use(
                (HttpContext http, RequestDelegate rest) =>
                {
                    http.Connection.RemoteIpAddress = IPAddress.Loopback;
                    http.Connection.LocalIpAddress = IPAddress.Loopback;
                    return rest(http);
                }
            );
            next(builder);
        };
}
