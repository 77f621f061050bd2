using Hemvag.Data;
using Hemvag.Sealing;

namespace Hemvag.Modules.Cases.Documents;

/// <summary>Adds a document to a case, sealed in the compartment the reader needs for their task.</summary>
internal sealed class DocumentService(CaseOperations operations, CaseFiles files)
{
    public const string Subject = "document";

    /// <exception cref="RefusedException">Those of files.</exception>
    public Task AddAsync(CaseHandle handle, Guid operationId, Compartment compartment, UploadedFile upload) =>
        operations.RunAsync(
            handle,
            operationId,
            "AddDocument",
            OperationNature.Fact,
            work => files.AddAsync(work, compartment, Subject, upload, "Input.File")
        );
}
