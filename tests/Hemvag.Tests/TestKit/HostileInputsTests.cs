using Hemvag.TestKit;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.TestKit;

public sealed class HostileInputsTests
{
    [Fact]
    public void Every_category_has_inputs_and_every_input_a_name_of_its_own()
    {
        HostileInputs.All.Select(input => input.Category).Distinct().Count().ShouldBe(Enum.GetValues<HostileCategory>().Length);
        HostileInputs.All.Select(input => input.ToString()).ShouldBeUnique();
    }
}
