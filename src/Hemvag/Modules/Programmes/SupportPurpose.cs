namespace Hemvag.Modules.Programmes;

/// <summary>What support may be used for.</summary>
internal enum SupportPurpose
{
    /// <summary>Housing (S1.29; a line of its own only in S3.27).</summary>
    Housing,

    /// <summary>Medical care (S1.29).</summary>
    MedicalCare,

    /// <summary>Psychosocial care (S1.29).</summary>
    PsychosocialCare,

    /// <summary>Rehabilitation, e.g. drugs or alcohol (S1.29, S1.66).</summary>
    Rehabilitation,

    /// <summary>Education (S1.29, S1.66).</summary>
    Education,

    /// <summary>Vocational training (S1.66).</summary>
    VocationalTraining,

    /// <summary>Work placement (S1.29, S1.66).</summary>
    WorkPlacement,

    /// <summary>Starting a small business (S1.29).</summary>
    SmallBusiness,

    /// <summary>Business licences (S1.66).</summary>
    BusinessLicence,

    /// <summary>Equipment for a small business (S1.66).</summary>
    SmallBusinessEquipment,

    /// <summary>Food (S1.65).</summary>
    Food,

    /// <summary>Clothes (S1.65).</summary>
    Clothes,

    /// <summary>Telephone (S1.65).</summary>
    Phone,

    /// <summary>Local transport (S1.65).</summary>
    LocalTransport,

    /// <summary>Doctor (S1.68).</summary>
    DoctorVisit,

    /// <summary>Tests (S1.68).</summary>
    MedicalTests,

    /// <summary>Medicine (S1.68).</summary>
    Medicine,

    /// <summary>Physiotherapy (S1.68).</summary>
    Physiotherapy,

    /// <summary>Psychological support (S1.68).</summary>
    PsychologicalSupport,

    /// <summary>Reintegration cash support, used as the person decides (S4.17, S4.25).</summary>
    CashSupport,
}
