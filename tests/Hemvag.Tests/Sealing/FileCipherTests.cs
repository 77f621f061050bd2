using Hemvag.Sealing;
using Shouldly;
using Xunit;
using static Hemvag.Tests.Sealing.SealingSamples;

namespace Hemvag.Tests.Sealing;

public class FileCipherTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(FileCipher.ChunkSize, 1)]
    [InlineData(FileCipher.ChunkSize + 1, 2)]
    [InlineData(3 * FileCipher.ChunkSize, 3)]
    public async Task A_file_comes_back_whole(int length, int count)
    {
        var content = Bytes(length);

        var chunks = await SealAsync(content);

        chunks.Count.ShouldBe(count);
        FileCipher.CountOf(length).ShouldBe(count);
        (await OpenAsync(count, chunks)).SequenceEqual(content).ShouldBeTrue();
    }

    [Fact]
    public async Task Exchanged_chunks_are_noticed()
    {
        var chunks = await SealAsync(Bytes(3 * FileCipher.ChunkSize));

        await Should.ThrowAsync<SealBrokenException>(() => OpenAsync(3, [chunks[1], chunks[0], chunks[2]]));
        await Should.ThrowAsync<SealBrokenException>(() => OpenAsync(3, [chunks[0], chunks[0], chunks[2]]));
    }

    [Fact]
    public async Task A_missing_or_added_chunk_is_noticed()
    {
        var chunks = await SealAsync(Bytes(3 * FileCipher.ChunkSize));

        await Should.ThrowAsync<SealBrokenException>(() => OpenAsync(3, [chunks[0], chunks[1]]));
        await Should.ThrowAsync<SealBrokenException>(() => OpenAsync(2, [chunks[0], chunks[1]]));
        await Should.ThrowAsync<SealBrokenException>(() => OpenAsync(3, [.. chunks, chunks[2]]));
        await Should.ThrowAsync<SealBrokenException>(() => OpenAsync(3, []));
        await Should.ThrowAsync<SealBrokenException>(() => OpenAsync(0, []));
    }

    [Fact]
    public void A_chunk_belongs_to_one_file_and_one_place()
    {
        var place = new ChunkPlace(1, 2);
        var chunk = FileCipher.SealChunk(PlainKey, KeyId, Address, place, Bytes(100));

        Should.Throw<SealBrokenException>(() => FileCipher.OpenChunk(PlainKey, Address with { CaseId = OtherCaseId }, place, chunk));
        Should.Throw<SealBrokenException>(() => FileCipher.OpenChunk(PlainKey, Address with { RecordId = OtherCaseId }, place, chunk));
        Should.Throw<SealBrokenException>(() => FileCipher.OpenChunk(PlainKey, Address with { Version = 1 }, place, chunk));
        Should.Throw<SealBrokenException>(() => FileCipher.OpenChunk(PlainKey, Address, new ChunkPlace(0, 2), chunk));
        Should.Throw<SealBrokenException>(() => FileCipher.OpenChunk(PlainKey, Address, new ChunkPlace(1, 3), chunk));
        Should.Throw<SealBrokenException>(() => RecordCipher.Open(PlainKey, Address, chunk));
        FileCipher.OpenChunk(PlainKey, Address, place, chunk).ShouldBe(Bytes(100));
    }

    [Fact]
    public void A_flipped_byte_breaks_the_chunk()
    {
        var place = new ChunkPlace(0, 1);
        var chunk = FileCipher.SealChunk(PlainKey, KeyId, Address, place, Bytes(10));
        for (var at = 0; at < chunk.Length; at += at < 100 ? 1 : 97)
        {
            var changed = chunk.ToArray();
            changed[at] ^= 0x80;
            Should.Throw<SealBrokenException>(() => FileCipher.OpenChunk(PlainKey, Address, place, changed), $"byte {at}");
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task A_file_of_another_length_than_announced_is_refused(int difference)
    {
        using var content = new MemoryStream(Bytes(FileCipher.ChunkSize + 10));

        await Should.ThrowAsync<InvalidDataException>(async () =>
            await FileCipher.SealAsync(PlainKey, KeyId, Address, content, content.Length + difference, Cancellation).ToListAsync(Cancellation)
        );
    }

    [Fact]
    public void The_largest_file_is_25_megabytes()
    {
        FileCipher.CountOf(FileCipher.MaxFileSize).ShouldBe(100);
        Should.Throw<ArgumentOutOfRangeException>(() => FileCipher.CountOf(FileCipher.MaxFileSize + 1L));
        Should.Throw<ArgumentOutOfRangeException>(() => FileCipher.CountOf(-1));
    }

    [Fact]
    public void Only_the_last_chunk_may_be_short() =>
        Should.Throw<ArgumentException>(() => FileCipher.SealChunk(PlainKey, KeyId, Address, new ChunkPlace(0, 2), Bytes(10)));

    [Fact]
    public void Small_files_look_alike() =>
        FileCipher
            .SealChunk(PlainKey, KeyId, Address, new ChunkPlace(0, 1), Bytes(1))
            .Length.ShouldBe(FileCipher.SealChunk(PlainKey, KeyId, Address, new ChunkPlace(0, 1), Bytes(4000)).Length);

    private static async Task<List<byte[]>> SealAsync(byte[] content)
    {
        using var stream = new MemoryStream(content);
        return await FileCipher.SealAsync(PlainKey, KeyId, Address, stream, content.Length, Cancellation).ToListAsync(Cancellation);
    }

    private static async Task<byte[]> OpenAsync(int count, IEnumerable<byte[]> chunks)
    {
        using var opened = new MemoryStream();
        await FileCipher.OpenAsync(PlainKey, Address, count, chunks.ToAsyncEnumerable(), opened, Cancellation);
        return opened.ToArray();
    }
}
