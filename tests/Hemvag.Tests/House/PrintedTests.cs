using System.Reflection;
using System.Reflection.Emit;
using System.Text.RegularExpressions;
using Hemvag.Data;
using Microsoft.AspNetCore.Mvc.Razor;
using Shouldly;
using Xunit;

namespace Hemvag.Tests.House;

/// <summary>A date, a moment, an amount or a word of the program reaches a page through its one formatter, never as it stands.</summary>
public sealed partial class PrintedTests
{
    private static readonly Type[] NeverRaw =
    [
        typeof(DateTime),
        typeof(DateTimeOffset),
        typeof(DateOnly),
        typeof(TimeOnly),
        typeof(TimeSpan),
        typeof(Amount),
        typeof(decimal),
        typeof(double),
        typeof(float),
        typeof(long),
        typeof(bool),
    ];

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => (OpCode)f.GetValue(null)!)
        .ToDictionary(c => c.Value);

    /// <summary>Looks into the compiled pages: what they hand to the writer without having made a text of it.</summary>
    [Fact]
    public void Nothing_is_printed_raw()
    {
        var found =
            from page in typeof(Program).Assembly.GetTypes().Where(t => typeof(RazorPageBase).IsAssignableFrom(t))
            from type in Nested(page).Prepend(page)
            from method in type.GetMethods(
                BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
            )
            from printed in Printed(method)
            where IsNeverRaw(printed)
            select $"{page.FullName} prints a {printed.Name}";

        found.Distinct(StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Fact]
    public void No_page_chooses_a_format_of_its_own() =>
        ProductSources
            .Pages.SelectMany(p =>
                OwnFormat().Matches(Address().Replace(ProductSources.WithoutComments(p.Value), "")).Select(m => $"{p.Key}: {m.Value}")
            )
            .ShouldBeEmpty();

    private static bool IsNeverRaw(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsEnum || NeverRaw.Contains(plain);
    }

    private static IEnumerable<Type> Nested(Type type) =>
        type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic).SelectMany(n => Nested(n).Prepend(n));

    /// <summary>The types that are boxed right before <c>Write(object)</c>.</summary>
    private static IEnumerable<Type> Printed(MethodInfo method)
    {
        Type? boxed = null;
        foreach (var (code, operand) in Instructions(method))
        {
            if (
                boxed is not null
                && operand is MethodBase { Name: "Write" } write
                && write.GetParameters() is [{ ParameterType: var given }]
                && given == typeof(object)
            )
            {
                yield return boxed;
            }

            boxed = code == OpCodes.Box ? operand as Type : null;
        }
    }

    private static IEnumerable<(OpCode Code, MemberInfo? Operand)> Instructions(MethodInfo method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } il)
        {
            yield break;
        }

        for (var at = 0; at < il.Length; )
        {
            var value = (short)il[at++];
            if (value == 0xFE)
            {
                value = unchecked((short)(0xFE00 | il[at++]));
            }

            var code = OpCodesByValue[value];
            var operand = code.OperandType is OperandType.InlineMethod or OperandType.InlineType or OperandType.InlineTok
                ? Resolve(method, BitConverter.ToInt32(il, at))
                : null;
            at += Length(code, il, at);
            yield return (code, operand);
        }
    }

    private static MemberInfo? Resolve(MethodInfo method, int token) =>
        method.Module.ResolveMember(
            token,
            method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null,
            method.IsGenericMethod ? method.GetGenericArguments() : null
        );

    private static int Length(OpCode code, byte[] il, int at) =>
        code.OperandType switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
            _ => 4,
        };

    [GeneratedRegex("^@page.*$", RegexOptions.Multiline, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(
        @"\.ToString\(\s*""[^""]+""|\.To(Long|Short)(Date|Time)String\(|\{[\w.()!?]+:[A-Za-z#0][^}""]*\}|string\.Format\(",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex OwnFormat();
}
