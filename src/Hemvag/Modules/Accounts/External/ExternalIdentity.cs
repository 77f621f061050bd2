using System.Security.Cryptography;
using System.Text;
using Hemvag.Data;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Hemvag.Modules.Accounts.External;

/// <summary>
/// Who an account is at its organisation's own sign-in, linked by the account's owner. What the provider calls the person is kept as a keyed
/// token alone.
/// </summary>
internal sealed class ExternalIdentity : IChainedRow
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>Key of the provider.</summary>
    public required string Provider { get; init; }

    public required byte[] SubjectMac { get; init; }

    public required DateTime LinkedAt { get; init; }

    public string ChainStream => Streams.Account(AccountId);
}

internal sealed class ExternalIdentityMapping : IEntityTypeConfiguration<ExternalIdentity>
{
    public void Configure(EntityTypeBuilder<ExternalIdentity> builder)
    {
        builder.ToTable("external_identities");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Provider).HasMaxLength(60);
        builder.Property(i => i.SubjectMac).HasMaxLength(32);
        builder.Ignore(i => i.ChainStream);
        builder.HasIndex(i => new { i.Provider, i.SubjectMac }).IsUnique();
        builder.HasIndex(i => new { i.AccountId, i.Provider }).IsUnique();
        builder.HasOne<Account>().WithMany().HasForeignKey(i => i.AccountId);
    }
}

/// <summary>Keyed tokens of what a provider calls a person.</summary>
internal sealed class ExternalSubjects(RootKeys keys)
{
    public byte[] Mac(string provider, string subject) => Mac(keys.CurrentVersion, provider, subject);

    /// <summary>Under every version of the key there has been.</summary>
    public IReadOnlyList<byte[]> Candidates(string provider, string subject) =>
        [.. Enumerable.Range(1, keys.CurrentVersion).Select(version => Mac(version, provider, subject))];

    private byte[] Mac(int version, string provider, string subject)
    {
        var key = new byte[RootKey.KeyLength];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, keys.For(version).Tokens, key, default, "hemvag.external-subject.1"u8);
        // The key of a provider has no slash in it.
        return HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{provider}/{subject}"));
    }
}
