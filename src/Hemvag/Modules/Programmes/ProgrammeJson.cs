using System.Text.Json.Serialization;
using Hemvag.Modules.Programmes.Definition;

namespace Hemvag.Modules.Programmes;

/// <summary>How a programme file is read, worked out when the product is built: worked out at every start it took a fifth of it.</summary>
[JsonSerializable(typeof(ProgrammeVersion))]
internal sealed partial class ProgrammeJson : JsonSerializerContext;
