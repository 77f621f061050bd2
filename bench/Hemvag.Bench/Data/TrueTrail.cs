using System.Text.Json;
using Hemvag.Auditing;
using Hemvag.Data;
using Hemvag.Modules.Cases;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Programmes;
using Hemvag.Modules.Programmes.Definition;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Hemvag.Bench.Data;

/// <summary>
/// Cases whose trail is true: every operation is linked by its MAC and holds the digests of its rows, every record is sealed and opens. Half of
/// the operations seal a new version of the contact details, half are openings. Nothing but the way into the database is short: <c>verify</c>
/// passes over them as over any.
/// </summary>
internal sealed class TrueTrail(IModel model, RootKeys keys, ProgrammeVersion programme, Guid holder, DateTime now)
{
    /// <summary>Of each case, in each of its two streams.</summary>
    public const int OperationsInStream = 25;

    private static readonly Compartment Sealed = Compartment.Contact;

    public IEnumerable<object> Rows(int number)
    {
        var caseId = NewId();
        return CaseStream(number, caseId).Concat(OpeningsStream(caseId));
    }

    private IEnumerable<object> CaseStream(int number, Guid caseId)
    {
        var caseKey = KeyWrapping.NewCaseKey();
        var key = new CaseKey
        {
            Id = NewId(),
            CaseId = caseId,
            Compartment = Sealed,
            RootKeyVersion = keys.CurrentVersion,
            Wrapped = KeyWrapping.Wrap(keys, caseId, Sealed, caseKey),
        };
        return Chain(
            Streams.Case(caseId),
            "EditPerson",
            version =>
            {
                var record = Record(caseId, key.Id, caseKey, version);
                IChainedRow[] written = version == 1 ? [NewCase(number, caseId), key, record] : [record];
                return (written, new PersonRecorded(Sealed, record.Id, record.Version));
            }
        );
    }

    private IEnumerable<object> OpeningsStream(Guid caseId) =>
        Chain(
            Streams.Openings(caseId),
            "OpenCompartments",
            _ =>
            {
                var opening = new Opening
                {
                    Id = NewId(),
                    CaseId = caseId,
                    AccountId = holder,
                    AccountName = "Generated",
                    Compartments = Sealed,
                    Purpose = "person",
                    OpenedAt = now,
                    ClosesAt = now + Openings.Lasts,
                };
                return ([opening], new CompartmentsOpened(opening.Id, Sealed, opening.Purpose));
            }
        );

    private IEnumerable<object> Chain(string stream, string kind, Func<int, (IChainedRow[] Rows, IEvent Happened)> act)
    {
        byte[] mac = [];
        for (var version = 1; version <= OperationsInStream; version++)
        {
            var (rows, happened) = act(version);
            var id = NewId();
            var operation = new Operation
            {
                Id = id,
                Stream = stream,
                Version = version,
                Kind = kind,
                At = now,
                AccountId = holder,
                ActorName = "Generated",
                Rows = RowDigest.Pack(rows.Select(r => RowDigest.Of(model.FindEntityType(r.GetType())!, r))),
                KeyVersion = keys.CurrentVersion,
                Mac = new byte[ChainMac.Length],
                Events =
                [
                    new OperationEvent
                    {
                        OperationId = id,
                        Ordinal = 0,
                        Kind = happened.GetType().Name,
                        Schema = happened.Schema,
                        Data = JsonSerializer.Serialize(happened, happened.GetType(), EventJson.Options),
                    },
                ],
            };
            ChainLink.Compute(keys, mac, operation).CopyTo(operation.Mac, 0);
            mac = operation.Mac;
            foreach (var row in rows)
            {
                yield return row;
            }

            yield return operation;
            yield return operation.Events[0];
        }

        yield return new StreamHead
        {
            Stream = stream,
            Count = OperationsInStream,
            Mac = mac,
        };
    }

    private Case NewCase(int number, Guid caseId)
    {
        var made = new Case
        {
            Id = caseId,
            Number = $"TRUE {number:D7}",
            NeutralName = $"True {number}",
            ProgrammeId = programme.Id,
            RegionId = holder,
            HolderId = holder,
            OpenedAt = now,
            OpenedBy = holder,
        };
        CaseProgress.Of(made, programme, new HashSet<MilestoneKind>(), []).WriteTo(made);
        return made;
    }

    private SealedRecord Record(Guid caseId, Guid keyId, byte[] caseKey, int version)
    {
        var id = NewId();
        var payload = SealedJson.Write(new ContactPayload($"070-174 {version:D4}", "Vardagar", null, null, null, "sv", false));
        return new SealedRecord
        {
            Id = id,
            CaseId = caseId,
            Compartment = Sealed,
            Subject = ContactPayload.Subject,
            Version = version,
            Envelope = RecordCipher.Seal(caseKey, keyId, new SealedAddress(caseId, Sealed, id, version), payload),
            WrittenAt = now,
            WrittenBy = holder,
        };
    }

    private Guid NewId() => Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero));
}
