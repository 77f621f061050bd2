using Hemvag.Data;
using Hemvag.Modules.Cases.Guardians;
using Hemvag.Modules.Cases.Person;
using Hemvag.Modules.Programmes;
using Hemvag.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Hemvag.Modules.Cases.Consents;

/// <summary>Adds a consent inside an operation: the rules of S1.44 and S1.75 and of the seven prompts.</summary>
internal static class ConsentWriting
{
    /// <summary>A consent on paper is recorded soon after it was given; an earlier year is a slip of the pen.</summary>
    private const int MostYearsBack = 1;

    /// <exception cref="RefusedException">ConsentPromptsMissing, ConsentRecipientMissing, ConsentTooWide, SpokenLanguageUnknown, ConsentNotReviewed, ConsentInterpreterNotAccepted, ConsentAssentMissing, ConsentChildSaysNo, GuardianMissing, GuardianExcluded, DateInFuture, DateTooEarly, ConsentEndsBeforeStart.</exception>
    public static async Task<Consent> AddAsync(CaseWork work, ConsentRequest request)
    {
        var wording = work.Programme.Consent(request.Purpose);
        Require(work, request, wording.Widest);
        var guardian = await GuardianOfAsync(work, request);
        var consent = new Consent
        {
            Id = work.NewId(),
            CaseId = work.Case.Id,
            Purpose = request.Purpose,
            Compartments = request.Compartments,
            ProgrammeId = work.Programme.Id,
            WordingVersion = wording.Version,
            Language = request.Language,
            Reading = request.Interpreter is null ? ConsentReading.ReviewedText : ConsentReading.ThroughInterpreter,
            Form = request.Form,
            Prompts = request.Prompts,
            StartsOn = request.StartsOn,
            EndsOn = request.EndsOn,
            RecordedAt = work.Now,
            RecordedBy = RecordedBy(work),
            EvidenceFileId = request.EvidenceFileId,
            GuardianId = guardian?.Id,
            Replaces = request.Replaces,
        };
        if (request.Words(guardian?.Number) is { } words)
        {
            await work.SealAsync(Compartment.Protection, ConsentWords.SubjectOf(consent.Id), words, null);
        }

        await TakeUpAsync(work, consent, request.Recipients);
        return consent;
    }

    /// <summary>The first day on which a consent that is recorded today may have been given.</summary>
    public static DateOnly OldestOn(DateOnly today) => today.AddYears(-MostYearsBack);

    /// <summary>The same yes with less in it, in the words and with the answers of the one before.</summary>
    /// <param name="left">Checked already to be less than the one before.</param>
    /// <exception cref="RefusedException">ConsentAlreadyWithdrawn.</exception>
    public static Task AddNarrowerAsync(CaseWork work, Consent before, WhatIsLeft left) =>
        TakeUpAsync(
            work,
            new Consent
            {
                Id = work.NewId(),
                CaseId = work.Case.Id,
                Purpose = before.Purpose,
                Compartments = left.Compartments,
                ProgrammeId = before.ProgrammeId,
                WordingVersion = before.WordingVersion,
                Language = before.Language,
                Reading = before.Reading,
                Form = before.Form,
                Prompts = before.Prompts,
                StartsOn = before.StartsOn,
                EndsOn = left.EndsOn ?? before.EndsOn,
                RecordedAt = work.Now,
                RecordedBy = RecordedBy(work),
                EvidenceFileId = before.EvidenceFileId,
                GuardianId = before.GuardianId,
                Replaces = before.Id,
                IsNarrowed = true,
            },
            left.Recipients
        );

    private static Guid RecordedBy(CaseWork work) => work.Account?.Id ?? throw new InvalidOperationException("The system cannot record a consent.");

    private static async Task TakeUpAsync(CaseWork work, Consent consent, IEnumerable<Guid> recipients)
    {
        work.Db.Add(consent);
        var named = recipients.Distinct().ToList();
        foreach (var recipient in named)
        {
            work.Db.Add(
                new ConsentRecipient
                {
                    Id = work.NewId(),
                    CaseId = work.Case.Id,
                    ConsentId = consent.Id,
                    OrganisationId = recipient,
                }
            );
        }

        work.Record(
            new ConsentGiven(consent.Id, consent.Purpose, consent.Compartments, named, consent.WordingVersion, consent.Language, consent.Form)
        );
        await EndReplacedAsync(work, consent);
    }

    private static void Require(CaseWork work, ConsentRequest request, Compartment widest)
    {
        var needed = ConsentPromptsAsked.NeededFor(request.Purpose);
        if ((request.Prompts & needed) != needed)
        {
            throw new RefusedException(CaseRefusals.ConsentPromptsMissing, "Input.Prompts");
        }

        if (request.Recipients.Count == 0)
        {
            throw new RefusedException(CaseRefusals.ConsentRecipientMissing, "Input.Recipients");
        }

        if (request.Compartments == Compartment.None || (request.Compartments & ~widest) != Compartment.None)
        {
            throw new RefusedException(CaseRefusals.ConsentTooWide, "Input.Compartments");
        }

        SpokenLanguages.Require(request.Language, "Input.Language");
        if (!ReviewedLanguages.Has(request.Language) && string.IsNullOrWhiteSpace(request.Interpreter))
        {
            throw new RefusedException(CaseRefusals.ConsentNotReviewed, "Input.Interpreter");
        }

        if (request.Interpreter is not null && !request.InterpreterAccepted)
        {
            throw new RefusedException(CaseRefusals.ConsentInterpreterNotAccepted, "Input.InterpreterAccepted");
        }

        if ((request.Guardian is null && request.GuardianId is null) != request.Assent is null)
        {
            throw new RefusedException(CaseRefusals.ConsentAssentMissing, request.Guardian is null ? "Input.Guardian" : "Input.Assent");
        }

        if (request.Assent == ChildAssent.Refused)
        {
            throw new RefusedException(CaseRefusals.ConsentChildSaysNo, "Input.Assent");
        }

        if (request.StartsOn > work.Today)
        {
            throw new RefusedException(CaseRefusals.DateInFuture, "Input.StartsOn");
        }

        if (request.StartsOn < OldestOn(work.Today))
        {
            throw new RefusedException(CaseRefusals.DateTooEarly, "Input.StartsOn");
        }

        if (request.EndsOn < request.StartsOn)
        {
            throw new RefusedException(CaseRefusals.ConsentEndsBeforeStart, "Input.EndsOn");
        }
    }

    // The first contact is the child's own yes; from then on nothing is said yes to for a child without its guardian (not from the seeds).
    private static async Task<Guardian?> GuardianOfAsync(CaseWork work, ConsentRequest request) =>
        request.GuardianId is not null || (work.Case.Minor is not null && request.Purpose != ConsentPurpose.FirstContact)
            ? await GuardianRules.RequireForMinorAsync(work, request.GuardianId, "Input.GuardianId")
            : null;

    private static async Task EndReplacedAsync(CaseWork work, Consent consent)
    {
        if (consent.Replaces is not { } id)
        {
            return;
        }

        var before =
            await work.Db.Set<Consent>().FirstOrDefaultAsync(c => c.Id == id && c.CaseId == work.Case.Id && c.Purpose == consent.Purpose)
            ?? throw new RefusedException(CaseRefusals.ConsentMissing);
        // A yes whose last day has passed already takes no place: what it was to renew is taken back.
        var by = consent.RecordedBy;
        work.Record(consent.IsLive(work.Today) ? before.Replace(consent, work.Now, by) : before.Withdraw(work.Now, by));
    }
}
