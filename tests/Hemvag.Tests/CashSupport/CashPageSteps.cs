using System.Net;
using Hemvag.Modules.Cases;
using Hemvag.TestKit.Pages;

namespace Hemvag.Tests.CashSupport;

/// <summary>What the tests of the pages of cash support share.</summary>
internal static class CashPageSteps
{
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    public static async Task DoneAsync(PageForm form) => (await form.SubmitOnceAsync()).ShouldBe(HttpStatusCode.Redirect);

    public static string PathOf(Guid id, string page) => CaseLinks.To(id, page);
}
