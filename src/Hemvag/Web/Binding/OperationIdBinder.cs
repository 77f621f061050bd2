using System.Buffers.Binary;
using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Hemvag.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Hemvag.Web.Binding;

/// <summary>
/// The id of the operation that a post asks for. It follows from the id the form carries, from who posts, where, and from everything
/// posted: a second press or a resend is the same operation and is answered as done, while a form that was gone back to and changed,
/// another form of the page, or someone else's id, is another operation and never taken for done.
/// </summary>
internal sealed class OperationIdBinder : IModelBinder
{
    // The form's token differs between two sendings of one form; the form's id goes in by itself.
    private static readonly string[] Left = [PostFormTagHelper.OperationField, PostFormTagHelper.TokenField];

    public async Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var request = bindingContext.HttpContext.Request;
        if (!request.HasFormContentType)
        {
            return;
        }

        var form = await request.ReadFormAsync(bindingContext.HttpContext.RequestAborted);
        // Without an id of its own it stays empty, which no operation takes.
        if (Guid.TryParse(form[PostFormTagHelper.OperationField], CultureInfo.InvariantCulture, out var carried) && carried != Guid.Empty)
        {
            bindingContext.Result = ModelBindingResult.Success(await OfAsync(carried, request, form));
        }
    }

    private static async Task<Guid> OfAsync(Guid carried, HttpRequest request, IFormCollection form)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // Random, so that the digest says nothing about what was typed.
        hash.AppendData(carried.ToByteArray(bigEndian: true));
        Add(hash, request.HttpContext.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "");
        Add(hash, request.Path.Value ?? "");
        Add(hash, request.QueryString.Value ?? "");
        foreach (
            var (name, values) in form.Where(f => !Left.Contains(f.Key, StringComparer.OrdinalIgnoreCase)).OrderBy(f => f.Key, StringComparer.Ordinal)
        )
        {
            Add(hash, name);
            AddCount(hash, values.Count);
            foreach (var value in values)
            {
                Add(hash, value ?? "");
            }
        }

        foreach (var file in form.Files)
        {
            Add(hash, file.Name);
            Add(hash, file.FileName);
            await using var content = file.OpenReadStream();
            hash.AppendData(await SHA256.HashDataAsync(content, request.HttpContext.RequestAborted));
        }

        return Stamp(carried, hash.GetHashAndReset());
    }

    private static Guid Stamp(Guid carried, byte[] digest)
    {
        var id = digest.AsSpan(0, 16);
        // The time of the form stays in front, so that ids keep sorting; version 8 is "made by the application's own rule" (RFC 9562).
        carried.ToByteArray(bigEndian: true).AsSpan(0, 6).CopyTo(id);
        id[6] = (byte)((id[6] & 0x0F) | 0x80);
        id[8] = (byte)((id[8] & 0x3F) | 0x80);
        return new Guid(id, bigEndian: true);
    }

    // With its length first, so that no two posts read alike.
    private static void Add(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        AddCount(hash, bytes.Length);
        hash.AppendData(bytes);
    }

    private static void AddCount(IncrementalHash hash, int count)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, count);
        hash.AppendData(bytes);
    }
}
