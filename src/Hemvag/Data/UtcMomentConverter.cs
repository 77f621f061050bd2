using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Hemvag.Data;

/// <summary>Moments are UTC and whole milliseconds on both databases, so that a row reads back exactly as it was digested.</summary>
internal sealed class UtcMomentConverter()
    : ValueConverter<DateTime, DateTime>(value => ToStored(value), value => DateTime.SpecifyKind(value, DateTimeKind.Utc))
{
    private static DateTime ToStored(DateTime value) =>
        value.Kind == DateTimeKind.Utc
            ? new DateTime(value.Ticks - (value.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc)
            : throw new InvalidOperationException("A moment that happened is UTC; planned local times are stored with their zone.");
}
