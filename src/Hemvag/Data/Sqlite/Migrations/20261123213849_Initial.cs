using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Hemvag.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accompanying_children",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TravelsAlong = table.Column<bool>(type: "INTEGER", nullable: false),
                    Custody = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    CustodyOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    View = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ViewOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    TooYoungUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    GrownSince = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    GetsSupport = table.Column<bool>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accompanying_children", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DisplayName = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    IsDemo = table.Column<bool>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LockedUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SecondFactorKey = table.Column<byte[]>(type: "BLOB", nullable: true),
                    SecondFactorStep = table.Column<long>(type: "INTEGER", nullable: true),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    PasswordHash = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "application_signatures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FormVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Digest = table.Column<byte[]>(type: "BLOB", nullable: false),
                    SignedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SignedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    SignedByName = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_application_signatures", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "arbiter_namings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    NamedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    NamedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_arbiter_namings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "assessment_conclusions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Part = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Fitness = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    ConcludedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ConcludedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assessment_conclusions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "best_interests_decisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Side = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    InBestInterests = table.Column<bool>(type: "INTEGER", nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_best_interests_decisions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "broken_glass",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Compartment = table.Column<int>(type: "INTEGER", maxLength: 60, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReviewedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReviewedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Justified = table.Column<bool>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_broken_glass", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "calendar_feeds",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LinkDigest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_calendar_feeds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "case_counters",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Last = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_counters", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "case_evaluations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EvaluatedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Goals = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    HasFeedback = table.Column<bool>(type: "INTEGER", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_evaluations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "case_keys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Compartment = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    RootKeyVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Wrapped = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_keys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "case_milestones",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    OccurredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    OpenGates = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_milestones", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "case_participants",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    WhoId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    RestsOn = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    SharedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReadsProtected = table.Column<bool>(type: "INTEGER", nullable: false),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_case_participants", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "cases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    NeutralName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ProgrammeId = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    RegionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HolderId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CountryCode = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    LocalOfficeId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IdentityProtection = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Minor = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    ExcludesGuardian = table.Column<bool>(type: "INTEGER", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    OpenedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    HeldAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReachedAfterStopAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SupportEndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosingGround = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    ErasedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    JusticeOpenSince = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Reached = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Past = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    BeganOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Step = table.Column<int>(type: "INTEGER", nullable: false),
                    Next = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    NextDueOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cases", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "cash_claims",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MemberId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    RootKeyVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Value = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cash_claims", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "cash_decisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnteredBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnteredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AsylumEnded = table.Column<bool>(type: "INTEGER", nullable: false),
                    ReturnsVoluntarily = table.Column<bool>(type: "INTEGER", nullable: false),
                    CountryOnList = table.Column<bool>(type: "INTEGER", nullable: false),
                    AppliedInSweden = table.Column<bool>(type: "INTEGER", nullable: false),
                    TotalMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    Combination = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    WaitsFor = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cash_decisions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "cash_family_members",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Relation = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    IsAdult = table.Column<bool>(type: "INTEGER", nullable: false),
                    AmountMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    NotSame = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    PresentedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReceivedBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cash_family_members", x => x.Id);
                    table.CheckConstraint("ck_cash_members_amount", "\"AmountMinor\" >= 0");
                });

            migrationBuilder.CreateTable(
                name: "cash_imports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfficerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    Decisions = table.Column<int>(type: "INTEGER", nullable: false),
                    KeptUntil = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cash_imports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "cash_recoveries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ground = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AmountMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    RepaidMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    WithdrawnMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cash_recoveries", x => x.Id);
                    table.CheckConstraint("ck_cash_recoveries_repaid", "\"AmountMinor\" > 0 AND \"RepaidMinor\" >= 0 AND \"WithdrawnMinor\" >= 0 AND \"RepaidMinor\" + \"WithdrawnMinor\" <= \"AmountMinor\"");
                });

            migrationBuilder.CreateTable(
                name: "cash_visits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Document = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ShownToken = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Came = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    NumberFits = table.Column<bool>(type: "INTEGER", nullable: true),
                    Recognised = table.Column<bool>(type: "INTEGER", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Doubt = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cash_visits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "child_decisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Gets = table.Column<bool>(type: "INTEGER", nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_child_decisions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "child_hearings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: false),
                    View = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_child_hearings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "consent_recipients",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConsentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consent_recipients", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "consents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Compartments = table.Column<int>(type: "INTEGER", maxLength: 60, nullable: false),
                    ProgrammeId = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    WordingVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    Reading = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Form = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Prompts = table.Column<int>(type: "INTEGER", maxLength: 60, nullable: false),
                    StartsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndsOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    EvidenceFileId = table.Column<Guid>(type: "TEXT", nullable: true),
                    GuardianId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Replaces = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsNarrowed = table.Column<bool>(type: "INTEGER", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "consultations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    AskedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedFrom = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecipientId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TakenBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Turns = table.Column<int>(type: "INTEGER", nullable: false),
                    LastBy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    LastAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    KeptUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ErasedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PartOfCaseId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consultations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "cookie_keys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Xml = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cookie_keys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "database_marks",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_database_marks", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "disclosure_requests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ground = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Compartments = table.Column<int>(type: "INTEGER", maxLength: 60, nullable: false),
                    AskedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReviewerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReviewerLetIn = table.Column<bool>(type: "INTEGER", nullable: false),
                    Approved = table.Column<bool>(type: "INTEGER", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    HandedOverAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosure_requests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "disclosures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Compartments = table.Column<int>(type: "INTEGER", maxLength: 60, nullable: false),
                    Ground = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Recipient = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    ConsentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    By = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_disclosures", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "duty_shifts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AddedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RemovedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_duty_shifts", x => x.Id);
                    table.CheckConstraint("ck_duty_shifts_times", "\"Until\" > \"From\"");
                });

            migrationBuilder.CreateTable(
                name: "duty_sights",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_duty_sights", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "eligibility_decisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    CanTakePart = table.Column<bool>(type: "INTEGER", nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DecidedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_eligibility_decisions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "embassies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AddedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_embassies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "embassy_steps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EmbassyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PaperId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_embassy_steps", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "embassy_yeses",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EmbassyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SaidOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    How = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_embassy_yeses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "entitlements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BeneficiaryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChildOrdinal = table.Column<int>(type: "INTEGER", nullable: true),
                    Category = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    CeilingMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    ReservedMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    ApprovedMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    PaidMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    PaidBeforeMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    ConfirmedMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    OpenedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_entitlements", x => x.Id);
                    table.CheckConstraint("ck_entitlements_ceiling", "\"ReservedMinor\" >= 0 AND \"ApprovedMinor\" >= 0 AND \"PaidMinor\" >= 0 AND \"ConfirmedMinor\" >= 0 AND \"ConfirmedMinor\" <= \"PaidMinor\" AND \"ReservedMinor\" + \"ApprovedMinor\" + \"PaidMinor\" <= \"CeilingMinor\"");
                });

            migrationBuilder.CreateTable(
                name: "erased_keys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Compartment = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ErasedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_erased_keys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "erasures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Compartments = table.Column<int>(type: "INTEGER", maxLength: 60, nullable: false),
                    PreparedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    PreparedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CaseVersion = table.Column<long>(type: "INTEGER", nullable: false),
                    ConfirmedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ConfirmedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ErasesAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TakenOutAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TakenOutWhy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    ErasedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FinalOn = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_erasures", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "follow_up_contacts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Origin = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Month = table.Column<int>(type: "INTEGER", nullable: true),
                    PlannedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    MissedTries = table.Column<int>(type: "INTEGER", nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Way = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    MoreSupportAsked = table.Column<bool>(type: "INTEGER", nullable: false),
                    CancelledBecause = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_follow_up_contacts", x => x.Id);
                    table.CheckConstraint("ck_follow_up_contacts_cancelled", "(\"State\" = 'Cancelled') = (\"CancelledBecause\" IS NOT NULL)");
                    table.CheckConstraint("ck_follow_up_contacts_held", "(\"State\" = 'Held') = (\"HeldOn\" IS NOT NULL)");
                });

            migrationBuilder.CreateTable(
                name: "follow_up_ends",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ground = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    StillOpen = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_follow_up_ends", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "follow_up_tries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ContactId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    TriedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Next = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_follow_up_tries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "guardians",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    StandsFor = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsSuspected = table.Column<bool>(type: "INTEGER", nullable: false),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AddedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_guardians", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "helpline_attempts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnquiryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Result = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    NextOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AttemptedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    AttemptedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_helpline_attempts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "helpline_enquiries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    HappenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    CallBackOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LoggedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    LoggedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_helpline_enquiries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "helpline_links",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EnquiryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LinkedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    LinkedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TakenBackAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TakenBackWhy = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_helpline_links", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "helpline_reversals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    TakenBackBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    TakenBackAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_helpline_reversals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "information_conversations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    HeldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    Reading = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Topics = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_information_conversations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "investigation_answers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Investigation = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Heard = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    AskedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AskedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_investigation_answers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "jobs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DedupeKey = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    RunAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LeasedUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DeadAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastError = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_jobs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "journey_helps",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProceedingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Leg = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    TravelsOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    PlannedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    OfficeReadyAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CancelledAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journey_helps", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "journey_legs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SilenceMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    LengthMinutes = table.Column<int>(type: "INTEGER", nullable: false),
                    IsWayBack = table.Column<bool>(type: "INTEGER", nullable: false),
                    ReplacesId = table.Column<Guid>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Change = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    DepartedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ArrivedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    HeardAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PlannedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PlannedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    SupersededAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journey_legs", x => x.Id);
                    table.CheckConstraint("ck_journey_legs_length", "\"LengthMinutes\" > 0");
                    table.CheckConstraint("ck_journey_legs_ordinal", "\"Ordinal\" > 0");
                    table.CheckConstraint("ck_journey_legs_silence", "\"SilenceMinutes\" BETWEEN 15 AND 720");
                    table.CheckConstraint("ck_journey_legs_superseded", "(\"State\" = 'Superseded') = (\"Change\" IS NOT NULL)");
                });

            migrationBuilder.CreateTable(
                name: "journeys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DepartureZone = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ArrivesDaysLater = table.Column<int>(type: "INTEGER", nullable: false),
                    PlannedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "justice_told",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProceedingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ToldOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Way = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    ThroughInterpreter = table.Column<bool>(type: "INTEGER", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_justice_told", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "match_tokens",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Compartment = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    RootKeyVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Value = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_match_tokens", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "met_questions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ArbiterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_met_questions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "note_readers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_note_readers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "notices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReadAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_notices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "one_time_links",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OpensMatter = table.Column<bool>(type: "INTEGER", nullable: false),
                    ThreadId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RegionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MadeBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LinkDigest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CodeDigest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    WrongCodes = table.Column<int>(type: "INTEGER", nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UsedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WindowDigest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    WindowUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    MatterOpenedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_one_time_links", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "openings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountName = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Compartments = table.Column<int>(type: "INTEGER", maxLength: 60, nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosesAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_openings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "openings_closed",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_openings_closed", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "operations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Stream = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ActorName = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Rows = table.Column<byte[]>(type: "BLOB", nullable: false),
                    KeyVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Mac = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_operations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "organisations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    NameSv = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    NameEn = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    CountryCode = table.Column<string>(type: "TEXT", maxLength: 10, nullable: true),
                    Zone = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SinglePerson = table.Column<bool>(type: "INTEGER", nullable: false),
                    Phone = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Mail = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Web = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Address = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    ContactsAreOwn = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsShipped = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_organisations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "packages",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Recipient = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Way = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Fields = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    EmbassyId = table.Column<Guid>(type: "TEXT", nullable: true),
                    YesOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    YesHow = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    MadeBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    MadeAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LinkDigest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    CodeDigest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    WrongCodes = table.Column<int>(type: "INTEGER", nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WindowDigest = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    WindowUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReceivedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_packages", x => x.Id);
                    table.CheckConstraint("ck_packages_yes", "\"EmbassyId\" IS NOT NULL OR (\"YesOn\" IS NOT NULL AND \"YesHow\" IS NOT NULL)");
                });

            migrationBuilder.CreateTable(
                name: "plan_agreements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Party = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    AgreedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 8, nullable: true),
                    ThroughInterpreter = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_agreements", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "plan_items",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    ChildId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ChildOrdinal = table.Column<int>(type: "INTEGER", nullable: true),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    AmountMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Month = table.Column<int>(type: "INTEGER", nullable: false),
                    Responsible = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    DrawnUpOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AddedIn = table.Column<int>(type: "INTEGER", nullable: false),
                    ChangedIn = table.Column<int>(type: "INTEGER", nullable: false),
                    RemovedIn = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plan_items", x => x.Id);
                    table.CheckConstraint("ck_plan_items_amount", "\"AmountMinor\" >= 0");
                });

            migrationBuilder.CreateTable(
                name: "plans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    NextNumber = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plans", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "proceeding_days",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProceedingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RemindOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SettledAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_proceeding_days", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "proceedings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Side = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Stage = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    StageOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    OpenedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_proceedings", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "programme_drafts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: false),
                    OwnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Moves = table.Column<string>(type: "TEXT", maxLength: 40000, nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programme_drafts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "programme_versions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProgrammeId = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: false),
                    ImportedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programme_versions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "progress_note_recipients",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    NoteId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_progress_note_recipients", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "progress_notes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    NotedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WrittenBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_progress_notes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "recipient_answers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConsentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Compartments = table.Column<int>(type: "INTEGER", maxLength: 60, nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    KeptUnder = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnsweredBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recipient_answers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "referrals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SignatureId = table.Column<Guid>(type: "TEXT", nullable: true),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SentBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReceiptDueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ReceivedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReceiptAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReceiptBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_referrals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "renewed_decisions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReplyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    GoesOn = table.Column<bool>(type: "INTEGER", nullable: false),
                    DecidedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_renewed_decisions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "risk_reviews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RiskId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReviewedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ReviewedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_risk_reviews", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "risks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Phase = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Likelihood = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Consequence = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ResidualLikelihood = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    ResidualConsequence = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    ResidualLevel = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    HasMeasure = table.Column<bool>(type: "INTEGER", nullable: false),
                    OwnerOrganisationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OwnerRole = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    OwnerAccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ReviewedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    CreatedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_risks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sealed_file_chunks",
                columns: table => new
                {
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Envelope = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sealed_file_chunks", x => new { x.FileId, x.Ordinal });
                });

            migrationBuilder.CreateTable(
                name: "sealed_files",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Compartment = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Label = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Size = table.Column<int>(type: "INTEGER", nullable: false),
                    ChunkCount = table.Column<int>(type: "INTEGER", nullable: false),
                    ChunksDigest = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Scanned = table.Column<bool>(type: "INTEGER", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WrittenBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sealed_files", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sealed_records",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Compartment = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Envelope = table.Column<byte[]>(type: "BLOB", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    WrittenBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sealed_records", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "silence_alarms",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LegId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Moment = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    RaisedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndedBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_silence_alarms", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "stream_heads",
                columns: table => new
                {
                    Stream = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Count = table.Column<long>(type: "INTEGER", nullable: false),
                    Mac = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_stream_heads", x => x.Stream);
                });

            migrationBuilder.CreateTable(
                name: "support_answers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReplyId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Availability = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_support_answers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "support_replies",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ReferralId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    HasNo = table.Column<bool>(type: "INTEGER", nullable: false),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AnsweredBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_support_replies", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "support_reversals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    TakenBackBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    TakenBackAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_support_reversals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "support_talks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Asker = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    CountyCode = table.Column<string>(type: "TEXT", maxLength: 2, nullable: true),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Length = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Referral = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LoggedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    LoggedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_support_talks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "travel_arrangements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Need = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    AnsweredAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AnsweredBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_travel_arrangements", x => x.Id);
                    table.CheckConstraint("ck_travel_arrangements_answer", "(\"Answer\" IS NULL OR \"OrganisationId\" IS NOT NULL) AND (\"OrganisationId\" IS NULL OR \"Need\" = 'Needed')");
                });

            migrationBuilder.CreateTable(
                name: "travel_checks",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Settled = table.Column<bool>(type: "INTEGER", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WrittenBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_travel_checks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "travel_costs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    EstimateMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    RequestedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ApprovedMinor = table.Column<long>(type: "INTEGER", nullable: true),
                    ApprovedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    ApprovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ActualMinor = table.Column<long>(type: "INTEGER", nullable: true),
                    ActualBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    InvoiceFileId = table.Column<Guid>(type: "TEXT", nullable: true),
                    RefundMinor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_travel_costs", x => x.Id);
                    table.CheckConstraint("ck_travel_costs_estimate", "\"EstimateMinor\" > 0");
                    table.CheckConstraint("ck_travel_costs_payer", "\"ApprovedBy\" <> \"ActualBy\"");
                    table.CheckConstraint("ck_travel_costs_refund", "\"RefundMinor\" >= 0 AND \"RefundMinor\" <= COALESCE(\"ActualMinor\", 0)");
                    table.CheckConstraint("ck_travel_costs_two_people", "\"ApprovedBy\" <> \"RequestedBy\"");
                });

            migrationBuilder.CreateTable(
                name: "travel_papers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Writings = table.Column<int>(type: "INTEGER", nullable: false),
                    WrittenAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WrittenBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_travel_papers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "trial_costs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProceedingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    AmountMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Bearer = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RemovedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_trial_costs", x => x.Id);
                    table.CheckConstraint("ck_trial_costs_amount", "\"AmountMinor\" > 0");
                });

            migrationBuilder.CreateTable(
                name: "trial_parts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProceedingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Wish = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    AskedOn = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_trial_parts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "unaccompanied_minors",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MarkedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    GuardianSignedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SignedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    SheetFileId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReceiverNamed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TakenOverOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    BackOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AdultSince = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unaccompanied_minors", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "verification_runs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedByName = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    AskedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TouchedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    OperationsInAll = table.Column<int>(type: "INTEGER", nullable: false),
                    Operations = table.Column<int>(type: "INTEGER", nullable: false),
                    Streams = table.Column<int>(type: "INTEGER", nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    Findings = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstFindings = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_verification_runs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "voluntariness_certificates",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CertifiedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Reading = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ProgrammeId = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Wordings = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_voluntariness_certificates", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "will_answers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AskedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Word = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    How = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_will_answers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "work_items",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Urgency = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    WhoId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Page = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DoneBy = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_work_items", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "account_claims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_claims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_account_claims_accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_links",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    TokenMac = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndsAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_links", x => x.Id);
                    table.ForeignKey(
                        name: "FK_account_links_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_logins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_logins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_account_logins_accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_roles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Role = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_roles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_account_roles_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_tokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "TEXT", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_tokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_account_tokens_accounts_UserId",
                        column: x => x.UserId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "covers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ByAccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_covers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_covers_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_covers_accounts_ByAccountId",
                        column: x => x.ByAccountId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "external_identities",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Provider = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    SubjectMac = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    LinkedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_external_identities", x => x.Id);
                    table.ForeignKey(
                        name: "FK_external_identities_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "passkeys",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    CredentialId = table.Column<byte[]>(type: "BLOB", maxLength: 1024, nullable: false),
                    PublicKey = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    UsedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    SignCount = table.Column<long>(type: "INTEGER", nullable: false),
                    Transports = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    IsBackupEligible = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsBackedUp = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_passkeys", x => x.Id);
                    table.ForeignKey(
                        name: "FK_passkeys_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AccountId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Method = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Browser = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Platform = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sessions_accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cash_import_rows",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ImportId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Decision = table.Column<int>(type: "INTEGER", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Faults = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    EnteredAs = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cash_import_rows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_cash_import_rows_cash_imports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "cash_imports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "cash_recovery_withdrawals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecoveryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    AmountMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cash_recovery_withdrawals", x => x.Id);
                    table.ForeignKey(
                        name: "FK_cash_recovery_withdrawals_cash_recoveries_RecoveryId",
                        column: x => x.RecoveryId,
                        principalTable: "cash_recoveries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cash_repayments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecoveryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    AmountMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedBy = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_cash_repayments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_cash_repayments_cash_recoveries_RecoveryId",
                        column: x => x.RecoveryId,
                        principalTable: "cash_recoveries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EntitlementId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    ChildOrdinal = table.Column<int>(type: "INTEGER", nullable: true),
                    ShareOrdinal = table.Column<int>(type: "INTEGER", nullable: true),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    Month = table.Column<int>(type: "INTEGER", nullable: true),
                    PlanItemId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PlanItemNumber = table.Column<int>(type: "INTEGER", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    Mode = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    AmountMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    RequestedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RequestedBy = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApprovedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ApprovedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    PaidAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    PaidBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    PaidOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PaidMode = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    PaidMinor = table.Column<long>(type: "INTEGER", nullable: true),
                    ReceiptOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ReceiptFileId = table.Column<Guid>(type: "TEXT", nullable: true),
                    CashReceiptSigned = table.Column<bool>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Entries = table.Column<int>(type: "INTEGER", nullable: false),
                    PaidEntryId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payments", x => x.Id);
                    table.CheckConstraint("ck_payments_approved_by_another", "\"ApprovedBy\" IS NULL OR \"ApprovedBy\" <> \"RequestedBy\"");
                    table.CheckConstraint("ck_payments_paid_by_another", "\"PaidBy\" IS NULL OR (\"PaidBy\" <> \"RequestedBy\" AND \"PaidBy\" <> \"ApprovedBy\")");
                    table.CheckConstraint("ck_payments_paid_within_approved", "\"AmountMinor\" > 0 AND (\"PaidMinor\" IS NULL OR (\"ApprovedBy\" IS NOT NULL AND \"PaidMinor\" > 0 AND \"PaidMinor\" <= \"AmountMinor\"))");
                    table.ForeignKey(
                        name: "FK_payments_entitlements_EntitlementId",
                        column: x => x.EntitlementId,
                        principalTable: "entitlements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "operation_events",
                columns: table => new
                {
                    OperationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Schema = table.Column<int>(type: "INTEGER", nullable: false),
                    Data = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_operation_events", x => new { x.OperationId, x.Ordinal });
                    table.ForeignKey(
                        name: "FK_operation_events_operations_OperationId",
                        column: x => x.OperationId,
                        principalTable: "operations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sessions_seen",
                columns: table => new
                {
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sessions_seen", x => x.SessionId);
                    table.ForeignKey(
                        name: "FK_sessions_seen_sessions_SessionId",
                        column: x => x.SessionId,
                        principalTable: "sessions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ledger_entries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    EntitlementId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PaymentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    AmountMinor = table.Column<long>(type: "INTEGER", nullable: false),
                    Currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    By = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReversesId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_entries", x => x.Id);
                    table.CheckConstraint("ck_ledger_entries_amount", "\"AmountMinor\" >= 0");
                    table.ForeignKey(
                        name: "FK_ledger_entries_entitlements_EntitlementId",
                        column: x => x.EntitlementId,
                        principalTable: "entitlements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ledger_entries_payments_PaymentId",
                        column: x => x.PaymentId,
                        principalTable: "payments",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_accompanying_children_CaseId_Ordinal",
                table: "accompanying_children",
                columns: new[] { "CaseId", "Ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_account_claims_UserId",
                table: "account_claims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_account_links_AccountId",
                table: "account_links",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_account_links_TokenMac",
                table: "account_links",
                column: "TokenMac",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_account_logins_UserId",
                table: "account_logins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_account_roles_AccountId_Role",
                table: "account_roles",
                columns: new[] { "AccountId", "Role" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounts_NormalizedEmail",
                table: "accounts",
                column: "NormalizedEmail",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounts_NormalizedUserName",
                table: "accounts",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounts_OrganisationId",
                table: "accounts",
                column: "OrganisationId");

            migrationBuilder.CreateIndex(
                name: "IX_application_signatures_CaseId_SignedAt",
                table: "application_signatures",
                columns: new[] { "CaseId", "SignedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_arbiter_namings_NamedAt",
                table: "arbiter_namings",
                column: "NamedAt");

            migrationBuilder.CreateIndex(
                name: "IX_assessment_conclusions_CaseId_Part_Number",
                table: "assessment_conclusions",
                columns: new[] { "CaseId", "Part", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_best_interests_decisions_CaseId",
                table: "best_interests_decisions",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_broken_glass_CaseId_AccountId",
                table: "broken_glass",
                columns: new[] { "CaseId", "AccountId" });

            migrationBuilder.CreateIndex(
                name: "IX_calendar_feeds_AccountId",
                table: "calendar_feeds",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_calendar_feeds_LinkDigest",
                table: "calendar_feeds",
                column: "LinkDigest",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_evaluations_CaseId",
                table: "case_evaluations",
                column: "CaseId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_keys_CaseId_Compartment",
                table: "case_keys",
                columns: new[] { "CaseId", "Compartment" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_keys_RootKeyVersion_CaseId",
                table: "case_keys",
                columns: new[] { "RootKeyVersion", "CaseId" });

            migrationBuilder.CreateIndex(
                name: "IX_case_milestones_CaseId_Kind",
                table: "case_milestones",
                columns: new[] { "CaseId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_case_participants_CaseId",
                table: "case_participants",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_case_participants_WhoId_Until",
                table: "case_participants",
                columns: new[] { "WhoId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_cases_NeutralName",
                table: "cases",
                column: "NeutralName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cases_Number",
                table: "cases",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cases_RegionId_State",
                table: "cases",
                columns: new[] { "RegionId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_cash_claims_CaseId",
                table: "cash_claims",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_cash_claims_Value_Kind",
                table: "cash_claims",
                columns: new[] { "Value", "Kind" });

            migrationBuilder.CreateIndex(
                name: "ux_cash_claims_never_twice",
                table: "cash_claims",
                column: "Value",
                unique: true,
                filter: "\"Kind\" IN ('DocumentAndCitizenship', 'DecisionNumber')");

            migrationBuilder.CreateIndex(
                name: "IX_cash_decisions_CaseId",
                table: "cash_decisions",
                column: "CaseId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cash_family_members_CaseId_Ordinal",
                table: "cash_family_members",
                columns: new[] { "CaseId", "Ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cash_import_rows_ImportId_Number",
                table: "cash_import_rows",
                columns: new[] { "ImportId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cash_import_rows_ImportId_State_Decision",
                table: "cash_import_rows",
                columns: new[] { "ImportId", "State", "Decision" });

            migrationBuilder.CreateIndex(
                name: "IX_cash_imports_Number",
                table: "cash_imports",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_cash_imports_OrganisationId_UploadedAt",
                table: "cash_imports",
                columns: new[] { "OrganisationId", "UploadedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_cash_recoveries_CaseId",
                table: "cash_recoveries",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_cash_recovery_withdrawals_CaseId",
                table: "cash_recovery_withdrawals",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_cash_recovery_withdrawals_RecoveryId",
                table: "cash_recovery_withdrawals",
                column: "RecoveryId");

            migrationBuilder.CreateIndex(
                name: "IX_cash_repayments_CaseId",
                table: "cash_repayments",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_cash_repayments_RecoveryId",
                table: "cash_repayments",
                column: "RecoveryId");

            migrationBuilder.CreateIndex(
                name: "IX_cash_visits_CaseId",
                table: "cash_visits",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_child_decisions_CaseId_ChildId",
                table: "child_decisions",
                columns: new[] { "CaseId", "ChildId" });

            migrationBuilder.CreateIndex(
                name: "IX_child_hearings_CaseId_ChildId",
                table: "child_hearings",
                columns: new[] { "CaseId", "ChildId" });

            migrationBuilder.CreateIndex(
                name: "IX_consent_recipients_CaseId_OrganisationId",
                table: "consent_recipients",
                columns: new[] { "CaseId", "OrganisationId" });

            migrationBuilder.CreateIndex(
                name: "IX_consent_recipients_ConsentId",
                table: "consent_recipients",
                column: "ConsentId");

            migrationBuilder.CreateIndex(
                name: "IX_consents_CaseId",
                table: "consents",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_consultations_AskedBy",
                table: "consultations",
                column: "AskedBy");

            migrationBuilder.CreateIndex(
                name: "IX_consultations_AskedFrom_ErasedAt",
                table: "consultations",
                columns: new[] { "AskedFrom", "ErasedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_consultations_Number",
                table: "consultations",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_consultations_RecipientId_ErasedAt",
                table: "consultations",
                columns: new[] { "RecipientId", "ErasedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_consultations_TakenBy",
                table: "consultations",
                column: "TakenBy");

            migrationBuilder.CreateIndex(
                name: "IX_covers_AccountId",
                table: "covers",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_covers_ByAccountId_LastDay",
                table: "covers",
                columns: new[] { "ByAccountId", "LastDay" });

            migrationBuilder.CreateIndex(
                name: "IX_disclosure_requests_CaseId",
                table: "disclosure_requests",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_disclosures_CaseId_At",
                table: "disclosures",
                columns: new[] { "CaseId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_disclosures_ConsentId",
                table: "disclosures",
                column: "ConsentId");

            migrationBuilder.CreateIndex(
                name: "IX_duty_shifts_Until",
                table: "duty_shifts",
                column: "Until");

            migrationBuilder.CreateIndex(
                name: "IX_duty_sights_CaseId",
                table: "duty_sights",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_eligibility_decisions_CaseId_Number",
                table: "eligibility_decisions",
                columns: new[] { "CaseId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_embassies_CaseId",
                table: "embassies",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_embassy_steps_CaseId",
                table: "embassy_steps",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_embassy_yeses_CaseId",
                table: "embassy_yeses",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_embassy_yeses_EmbassyId",
                table: "embassy_yeses",
                column: "EmbassyId",
                unique: true,
                filter: "\"WithdrawnAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "ux_entitlements_line",
                table: "entitlements",
                columns: new[] { "CaseId", "BeneficiaryId", "Category" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_erased_keys_CaseId",
                table: "erased_keys",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_erasures_CaseId",
                table: "erasures",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_erasures_ErasedAt_TakenOutAt",
                table: "erasures",
                columns: new[] { "ErasedAt", "TakenOutAt" });

            migrationBuilder.CreateIndex(
                name: "IX_external_identities_AccountId_Provider",
                table: "external_identities",
                columns: new[] { "AccountId", "Provider" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_external_identities_Provider_SubjectMac",
                table: "external_identities",
                columns: new[] { "Provider", "SubjectMac" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_follow_up_contacts_CaseId_PlannedOn",
                table: "follow_up_contacts",
                columns: new[] { "CaseId", "PlannedOn" });

            migrationBuilder.CreateIndex(
                name: "IX_follow_up_ends_CaseId",
                table: "follow_up_ends",
                column: "CaseId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_follow_up_tries_CaseId",
                table: "follow_up_tries",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_follow_up_tries_ContactId_Number",
                table: "follow_up_tries",
                columns: new[] { "ContactId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_guardians_CaseId_Number",
                table: "guardians",
                columns: new[] { "CaseId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_helpline_attempts_EnquiryId",
                table: "helpline_attempts",
                column: "EnquiryId");

            migrationBuilder.CreateIndex(
                name: "IX_helpline_enquiries_HappenedAt",
                table: "helpline_enquiries",
                column: "HappenedAt");

            migrationBuilder.CreateIndex(
                name: "IX_helpline_enquiries_Outcome",
                table: "helpline_enquiries",
                column: "Outcome");

            migrationBuilder.CreateIndex(
                name: "IX_helpline_links_CaseId",
                table: "helpline_links",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_helpline_links_EnquiryId",
                table: "helpline_links",
                column: "EnquiryId");

            migrationBuilder.CreateIndex(
                name: "IX_information_conversations_CaseId",
                table: "information_conversations",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_investigation_answers_CaseId_Number",
                table: "investigation_answers",
                columns: new[] { "CaseId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_jobs_DedupeKey",
                table: "jobs",
                column: "DedupeKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_jobs_DoneAt_DeadAt_RunAt",
                table: "jobs",
                columns: new[] { "DoneAt", "DeadAt", "RunAt" });

            migrationBuilder.CreateIndex(
                name: "IX_journey_helps_CaseId",
                table: "journey_helps",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_journey_helps_ProceedingId",
                table: "journey_helps",
                column: "ProceedingId");

            migrationBuilder.CreateIndex(
                name: "IX_journey_legs_CaseId",
                table: "journey_legs",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_journey_legs_ReplacesId",
                table: "journey_legs",
                column: "ReplacesId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_journeys_CaseId",
                table: "journeys",
                column: "CaseId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_justice_told_CaseId",
                table: "justice_told",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_justice_told_ProceedingId",
                table: "justice_told",
                column: "ProceedingId");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entries_CaseId",
                table: "ledger_entries",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entries_EntitlementId",
                table: "ledger_entries",
                column: "EntitlementId");

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entries_PaymentId_Kind_Round",
                table: "ledger_entries",
                columns: new[] { "PaymentId", "Kind", "Round" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ledger_entries_PaymentId_Ordinal",
                table: "ledger_entries",
                columns: new[] { "PaymentId", "Ordinal" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_ledger_entries_paid",
                table: "ledger_entries",
                column: "PaymentId",
                unique: true,
                filter: "\"Kind\" = 'Paid'");

            migrationBuilder.CreateIndex(
                name: "ux_ledger_entries_reversal",
                table: "ledger_entries",
                column: "ReversesId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_match_tokens_CaseId",
                table: "match_tokens",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_match_tokens_Value",
                table: "match_tokens",
                column: "Value");

            migrationBuilder.CreateIndex(
                name: "IX_met_questions_ArbiterId_AnsweredAt",
                table: "met_questions",
                columns: new[] { "ArbiterId", "AnsweredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_met_questions_CaseId",
                table: "met_questions",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_note_readers_CaseId_OrganisationId",
                table: "note_readers",
                columns: new[] { "CaseId", "OrganisationId" });

            migrationBuilder.CreateIndex(
                name: "IX_notices_AccountId_ReadAt_CreatedAt",
                table: "notices",
                columns: new[] { "AccountId", "ReadAt", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_one_time_links_CaseId",
                table: "one_time_links",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_one_time_links_LinkDigest",
                table: "one_time_links",
                column: "LinkDigest",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_one_time_links_RegionId_MadeAt",
                table: "one_time_links",
                columns: new[] { "RegionId", "MadeAt" });

            migrationBuilder.CreateIndex(
                name: "IX_one_time_links_WindowDigest",
                table: "one_time_links",
                column: "WindowDigest");

            migrationBuilder.CreateIndex(
                name: "IX_openings_AccountId_OpenedAt",
                table: "openings",
                columns: new[] { "AccountId", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_openings_CaseId_AccountId_ClosesAt",
                table: "openings",
                columns: new[] { "CaseId", "AccountId", "ClosesAt" });

            migrationBuilder.CreateIndex(
                name: "IX_openings_closed_CaseId",
                table: "openings_closed",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_operations_At",
                table: "operations",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_operations_Kind_At",
                table: "operations",
                columns: new[] { "Kind", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_operations_Stream_Version",
                table: "operations",
                columns: new[] { "Stream", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_organisations_Code",
                table: "organisations",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_organisations_Kind",
                table: "organisations",
                column: "Kind");

            migrationBuilder.CreateIndex(
                name: "IX_packages_CaseId",
                table: "packages",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_packages_LinkDigest",
                table: "packages",
                column: "LinkDigest",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_packages_WindowDigest",
                table: "packages",
                column: "WindowDigest");

            migrationBuilder.CreateIndex(
                name: "IX_passkeys_AccountId",
                table: "passkeys",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_passkeys_CredentialId",
                table: "passkeys",
                column: "CredentialId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payments_CaseId_State",
                table: "payments",
                columns: new[] { "CaseId", "State" });

            migrationBuilder.CreateIndex(
                name: "ux_payments_instalment",
                table: "payments",
                columns: new[] { "EntitlementId", "Month" },
                unique: true,
                filter: "\"Month\" IS NOT NULL AND \"State\" <> 'Cancelled' AND \"State\" <> 'Reversed'");

            migrationBuilder.CreateIndex(
                name: "IX_plan_agreements_CaseId_Version_Party",
                table: "plan_agreements",
                columns: new[] { "CaseId", "Version", "Party" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_plan_items_CaseId_Number",
                table: "plan_items",
                columns: new[] { "CaseId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_plans_CaseId",
                table: "plans",
                column: "CaseId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_proceeding_days_CaseId",
                table: "proceeding_days",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_proceeding_days_ProceedingId",
                table: "proceeding_days",
                column: "ProceedingId");

            migrationBuilder.CreateIndex(
                name: "IX_proceedings_CaseId_Number",
                table: "proceedings",
                columns: new[] { "CaseId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_programme_drafts_State",
                table: "programme_drafts",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_programme_versions_ProgrammeId",
                table: "programme_versions",
                column: "ProgrammeId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_progress_note_recipients_CaseId",
                table: "progress_note_recipients",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_progress_note_recipients_NoteId_OrganisationId",
                table: "progress_note_recipients",
                columns: new[] { "NoteId", "OrganisationId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_progress_notes_CaseId",
                table: "progress_notes",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_recipient_answers_CaseId",
                table: "recipient_answers",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_recipient_answers_OrganisationId_AnsweredAt",
                table: "recipient_answers",
                columns: new[] { "OrganisationId", "AnsweredAt" });

            migrationBuilder.CreateIndex(
                name: "IX_referrals_CaseId",
                table: "referrals",
                column: "CaseId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_renewed_decisions_CaseId",
                table: "renewed_decisions",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_renewed_decisions_ReplyId",
                table: "renewed_decisions",
                column: "ReplyId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_risk_reviews_CaseId_RiskId",
                table: "risk_reviews",
                columns: new[] { "CaseId", "RiskId" });

            migrationBuilder.CreateIndex(
                name: "IX_risks_CaseId_Number",
                table: "risks",
                columns: new[] { "CaseId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sealed_files_CaseId_Subject",
                table: "sealed_files",
                columns: new[] { "CaseId", "Subject" });

            migrationBuilder.CreateIndex(
                name: "IX_sealed_records_CaseId_Subject_Version",
                table: "sealed_records",
                columns: new[] { "CaseId", "Subject", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sessions_AccountId_StartedAt",
                table: "sessions",
                columns: new[] { "AccountId", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_silence_alarms_CaseId",
                table: "silence_alarms",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_silence_alarms_LegId",
                table: "silence_alarms",
                column: "LegId",
                unique: true,
                filter: "\"EndedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_support_answers_ReplyId_Kind",
                table: "support_answers",
                columns: new[] { "ReplyId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_support_replies_CaseId_Round",
                table: "support_replies",
                columns: new[] { "CaseId", "Round" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_support_talks_Day",
                table: "support_talks",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_support_talks_OrganisationId_Day",
                table: "support_talks",
                columns: new[] { "OrganisationId", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_travel_arrangements_CaseId_Kind",
                table: "travel_arrangements",
                columns: new[] { "CaseId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_travel_checks_CaseId_Kind",
                table: "travel_checks",
                columns: new[] { "CaseId", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_travel_costs_CaseId",
                table: "travel_costs",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_travel_papers_CaseId",
                table: "travel_papers",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_trial_costs_CaseId",
                table: "trial_costs",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_trial_costs_ProceedingId",
                table: "trial_costs",
                column: "ProceedingId");

            migrationBuilder.CreateIndex(
                name: "IX_trial_parts_CaseId",
                table: "trial_parts",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_trial_parts_ProceedingId",
                table: "trial_parts",
                column: "ProceedingId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_unaccompanied_minors_CaseId",
                table: "unaccompanied_minors",
                column: "CaseId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_verification_runs_AskedAt",
                table: "verification_runs",
                column: "AskedAt");

            migrationBuilder.CreateIndex(
                name: "IX_voluntariness_certificates_CaseId_RecordedAt",
                table: "voluntariness_certificates",
                columns: new[] { "CaseId", "RecordedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_will_answers_CaseId",
                table: "will_answers",
                column: "CaseId");

            migrationBuilder.CreateIndex(
                name: "IX_work_items_CaseId_DoneAt",
                table: "work_items",
                columns: new[] { "CaseId", "DoneAt" });

            migrationBuilder.CreateIndex(
                name: "IX_work_items_WhoId_DoneAt",
                table: "work_items",
                columns: new[] { "WhoId", "DoneAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accompanying_children");

            migrationBuilder.DropTable(
                name: "account_claims");

            migrationBuilder.DropTable(
                name: "account_links");

            migrationBuilder.DropTable(
                name: "account_logins");

            migrationBuilder.DropTable(
                name: "account_roles");

            migrationBuilder.DropTable(
                name: "account_tokens");

            migrationBuilder.DropTable(
                name: "application_signatures");

            migrationBuilder.DropTable(
                name: "arbiter_namings");

            migrationBuilder.DropTable(
                name: "assessment_conclusions");

            migrationBuilder.DropTable(
                name: "best_interests_decisions");

            migrationBuilder.DropTable(
                name: "broken_glass");

            migrationBuilder.DropTable(
                name: "calendar_feeds");

            migrationBuilder.DropTable(
                name: "case_counters");

            migrationBuilder.DropTable(
                name: "case_evaluations");

            migrationBuilder.DropTable(
                name: "case_keys");

            migrationBuilder.DropTable(
                name: "case_milestones");

            migrationBuilder.DropTable(
                name: "case_participants");

            migrationBuilder.DropTable(
                name: "cases");

            migrationBuilder.DropTable(
                name: "cash_claims");

            migrationBuilder.DropTable(
                name: "cash_decisions");

            migrationBuilder.DropTable(
                name: "cash_family_members");

            migrationBuilder.DropTable(
                name: "cash_import_rows");

            migrationBuilder.DropTable(
                name: "cash_recovery_withdrawals");

            migrationBuilder.DropTable(
                name: "cash_repayments");

            migrationBuilder.DropTable(
                name: "cash_visits");

            migrationBuilder.DropTable(
                name: "child_decisions");

            migrationBuilder.DropTable(
                name: "child_hearings");

            migrationBuilder.DropTable(
                name: "consent_recipients");

            migrationBuilder.DropTable(
                name: "consents");

            migrationBuilder.DropTable(
                name: "consultations");

            migrationBuilder.DropTable(
                name: "cookie_keys");

            migrationBuilder.DropTable(
                name: "covers");

            migrationBuilder.DropTable(
                name: "database_marks");

            migrationBuilder.DropTable(
                name: "disclosure_requests");

            migrationBuilder.DropTable(
                name: "disclosures");

            migrationBuilder.DropTable(
                name: "duty_shifts");

            migrationBuilder.DropTable(
                name: "duty_sights");

            migrationBuilder.DropTable(
                name: "eligibility_decisions");

            migrationBuilder.DropTable(
                name: "embassies");

            migrationBuilder.DropTable(
                name: "embassy_steps");

            migrationBuilder.DropTable(
                name: "embassy_yeses");

            migrationBuilder.DropTable(
                name: "erased_keys");

            migrationBuilder.DropTable(
                name: "erasures");

            migrationBuilder.DropTable(
                name: "external_identities");

            migrationBuilder.DropTable(
                name: "follow_up_contacts");

            migrationBuilder.DropTable(
                name: "follow_up_ends");

            migrationBuilder.DropTable(
                name: "follow_up_tries");

            migrationBuilder.DropTable(
                name: "guardians");

            migrationBuilder.DropTable(
                name: "helpline_attempts");

            migrationBuilder.DropTable(
                name: "helpline_enquiries");

            migrationBuilder.DropTable(
                name: "helpline_links");

            migrationBuilder.DropTable(
                name: "helpline_reversals");

            migrationBuilder.DropTable(
                name: "information_conversations");

            migrationBuilder.DropTable(
                name: "investigation_answers");

            migrationBuilder.DropTable(
                name: "jobs");

            migrationBuilder.DropTable(
                name: "journey_helps");

            migrationBuilder.DropTable(
                name: "journey_legs");

            migrationBuilder.DropTable(
                name: "journeys");

            migrationBuilder.DropTable(
                name: "justice_told");

            migrationBuilder.DropTable(
                name: "ledger_entries");

            migrationBuilder.DropTable(
                name: "match_tokens");

            migrationBuilder.DropTable(
                name: "met_questions");

            migrationBuilder.DropTable(
                name: "note_readers");

            migrationBuilder.DropTable(
                name: "notices");

            migrationBuilder.DropTable(
                name: "one_time_links");

            migrationBuilder.DropTable(
                name: "openings");

            migrationBuilder.DropTable(
                name: "openings_closed");

            migrationBuilder.DropTable(
                name: "operation_events");

            migrationBuilder.DropTable(
                name: "organisations");

            migrationBuilder.DropTable(
                name: "packages");

            migrationBuilder.DropTable(
                name: "passkeys");

            migrationBuilder.DropTable(
                name: "plan_agreements");

            migrationBuilder.DropTable(
                name: "plan_items");

            migrationBuilder.DropTable(
                name: "plans");

            migrationBuilder.DropTable(
                name: "proceeding_days");

            migrationBuilder.DropTable(
                name: "proceedings");

            migrationBuilder.DropTable(
                name: "programme_drafts");

            migrationBuilder.DropTable(
                name: "programme_versions");

            migrationBuilder.DropTable(
                name: "progress_note_recipients");

            migrationBuilder.DropTable(
                name: "progress_notes");

            migrationBuilder.DropTable(
                name: "recipient_answers");

            migrationBuilder.DropTable(
                name: "referrals");

            migrationBuilder.DropTable(
                name: "renewed_decisions");

            migrationBuilder.DropTable(
                name: "risk_reviews");

            migrationBuilder.DropTable(
                name: "risks");

            migrationBuilder.DropTable(
                name: "sealed_file_chunks");

            migrationBuilder.DropTable(
                name: "sealed_files");

            migrationBuilder.DropTable(
                name: "sealed_records");

            migrationBuilder.DropTable(
                name: "sessions_seen");

            migrationBuilder.DropTable(
                name: "silence_alarms");

            migrationBuilder.DropTable(
                name: "stream_heads");

            migrationBuilder.DropTable(
                name: "support_answers");

            migrationBuilder.DropTable(
                name: "support_replies");

            migrationBuilder.DropTable(
                name: "support_reversals");

            migrationBuilder.DropTable(
                name: "support_talks");

            migrationBuilder.DropTable(
                name: "travel_arrangements");

            migrationBuilder.DropTable(
                name: "travel_checks");

            migrationBuilder.DropTable(
                name: "travel_costs");

            migrationBuilder.DropTable(
                name: "travel_papers");

            migrationBuilder.DropTable(
                name: "trial_costs");

            migrationBuilder.DropTable(
                name: "trial_parts");

            migrationBuilder.DropTable(
                name: "unaccompanied_minors");

            migrationBuilder.DropTable(
                name: "verification_runs");

            migrationBuilder.DropTable(
                name: "voluntariness_certificates");

            migrationBuilder.DropTable(
                name: "will_answers");

            migrationBuilder.DropTable(
                name: "work_items");

            migrationBuilder.DropTable(
                name: "cash_imports");

            migrationBuilder.DropTable(
                name: "cash_recoveries");

            migrationBuilder.DropTable(
                name: "payments");

            migrationBuilder.DropTable(
                name: "operations");

            migrationBuilder.DropTable(
                name: "sessions");

            migrationBuilder.DropTable(
                name: "entitlements");

            migrationBuilder.DropTable(
                name: "accounts");
        }
    }
}
