namespace Hemvag.Modules.Cases;

/// <summary>What can wait for someone. The text of each stands under <c>WorkItem.{Kind}</c>.</summary>
internal enum WorkItemKind
{
    /// <summary>A first contact waits in the region's inbox.</summary>
    TakeMatter,

    /// <summary>The holder decides on eligibility.</summary>
    DecideEligibility,

    /// <summary>A referral waits for IOM Finland's written receipt.</summary>
    ConfirmReceipt,

    /// <summary>A working day has passed without receipt; the coordinator knows too.</summary>
    ReferralUnanswered,

    /// <summary>IOM Finland answers which support is available.</summary>
    AnswerSupport,

    /// <summary>Support was answered no; the person decides anew.</summary>
    DecideAnew,

    /// <summary>Needs, health and risks wait for IOM Finland.</summary>
    AssessNeeds,

    /// <summary>The plan waits for this party's yes.</summary>
    AgreeToPlan,

    /// <summary>A travel arrangement waits for an answer.</summary>
    ConfirmArrangement,

    /// <summary>A fact was recorded while gates were open; they are settled afterwards.</summary>
    SettleOpenGate,

    /// <summary>The person travels: who meets?</summary>
    MeetOnArrival,

    /// <summary>A stop: reach the person by the rules for safe contact.</summary>
    ReachThePerson,

    /// <summary>A stop: bookings are held, and cancelled only after the person has been reached.</summary>
    HoldBookings,

    /// <summary>A stop: payments that are not paid are held.</summary>
    HoldPayments,

    /// <summary>A consent was withdrawn: a person decides what follows.</summary>
    ConsentWithdrawn,

    /// <summary>Entitlements can be opened.</summary>
    OpenEntitlements,

    /// <summary>A payment waits for approval.</summary>
    ApprovePayment,

    /// <summary>An approved payment waits to be paid.</summary>
    PayPayment,

    /// <summary>A payment waits for its receipt.</summary>
    ReceiptPayment,

    /// <summary>A planned contact is due.</summary>
    HoldContact,

    /// <summary>A contact was missed: try the next agreed way.</summary>
    ContactMissed,

    /// <summary>The person has asked for more support.</summary>
    MoreSupportAsked,

    /// <summary>The Swedish partners wait for a progress note.</summary>
    WriteProgressNote,

    /// <summary>Everything is done; a person closes the case.</summary>
    CloseCase,

    /// <summary>The follow-up is over: evaluate the case (S3.30).</summary>
    EvaluateCase,

    /// <summary>A measure against a risk is due; its owner reviews the row.</summary>
    RiskDue,

    /// <summary>A payment was sent back: ask again or cancel it.</summary>
    PaymentSentBack,

    /// <summary>A travel arrangement was declined, or the one asked has left: decide anew who arranges it.</summary>
    ArrangeAnew,

    /// <summary>The day of travel: ask the person once more. The due date is the planned day of departure.</summary>
    ReconfirmWill,

    /// <summary>The person wants to wait, or does not want to travel: talk with the person.</summary>
    WillChanged,

    /// <summary>The person travelled although the case is held.</summary>
    TravelledWhileHeld,

    /// <summary>The person has been met: has the onward journey been done?</summary>
    RecordOnwardJourney,

    /// <summary>A stop: the office that meets the person, or has met them, holds reception, onward transport and payments.</summary>
    HoldAtOffice,

    /// <summary>The support has ended at the person's wish; a person closes the case.</summary>
    CloseEndedSupport,

    /// <summary>The decision is that the person cannot take part: someone tells the person what is offered instead, and closes the case.</summary>
    TellNotEligible,

    /// <summary>A colleague opened the case in an emergency: somebody else says whether it was right.</summary>
    ReviewBrokenGlass,

    /// <summary>A consent was taken back: a past recipient, who need not see the case any more, says what it has done with what it has.</summary>
    AnswerWithdrawal,

    /// <summary>The second person decides on a disclosure without consent.</summary>
    ReviewDisclosure,

    /// <summary>A disclosure without consent was decided: whoever asked hands it over.</summary>
    HandOverDisclosure,

    /// <summary>A consent was taken back while payments are asked for or approved: they are held until someone has decided what follows.</summary>
    UnpaidAfterWithdrawal,

    /// <summary>A consent was taken back while the journey is asked for or booked: nothing more is booked until someone has decided what follows.</summary>
    BookingsAfterWithdrawal,

    /// <summary>A past recipient has not answered in time.</summary>
    RecipientSilent,

    /// <summary>A professional without an account has written through a one-time link.</summary>
    ReadLink,

    /// <summary>A day in a proceeding comes near. The due date is the one chosen for the reminder.</summary>
    JusticeDay,

    /// <summary>The person is to be told how a proceeding stands, by the rules for safe contact.</summary>
    TellDevelopment,

    /// <summary>Help with a journey on a day, without a reason: IOM Finland plans it.</summary>
    PlanJourneyHelp,

    /// <summary>Help with a journey on a day, without a reason: the office on the spot.</summary>
    HelpWithJourney,

    /// <summary>Help with a journey was cancelled after this side had arranged it: it is undone.</summary>
    UndoJourneyHelp,

    /// <summary>The person was to be told, but the yes to access to justice has run out: the holder asks anew, or ends the thread.</summary>
    JusticeYesEnded,

    /// <summary>Children travel along: who decides over each, and what it says itself.</summary>
    RecordCustody,

    /// <summary>Children travel along: IOM Finland decides on support for each (S1.70).</summary>
    DecideChildSupport,

    /// <summary>A child returns alone: guardian, decisions on its best interests, who receives it.</summary>
    PrepareMinor,

    /// <summary>A child has returned alone: has the authority at home taken over?</summary>
    ConfirmTakingOver,

    /// <summary>Someone with granted cash support is expected at the office: record that they came, and pay.</summary>
    ExpectAtOffice,

    /// <summary>The office did not recognise the person, or the papers do not fit: IOM Finland finds out.</summary>
    IdentityInDoubt,

    /// <summary>Granted cash support has not been asked for at the office: look, and ask IOM Finland or the office.</summary>
    CashUnclaimed,

    /// <summary>The journey is booked, and a child must not travel as things stand: said no, or what its journey rested on fell away.</summary>
    ChildMayNotTravel,

    /// <summary>The journey is booked, and another number of children travels along than was booked for.</summary>
    TravellersChanged,

    /// <summary>A yes for a child does not count any more: ask a guardian who may say it.</summary>
    AskConsentAnew,

    /// <summary>A child has no support any more while money for it was asked for or approved: cancel what is not paid.</summary>
    ChildMoneyStands,

    /// <summary>On the way a leg was changed: whoever meets the person says that they have seen it.</summary>
    JourneyChanged,

    /// <summary>A travel document's last day comes near, or has passed.</summary>
    PaperExpires,

    /// <summary>The person took back the yes to an embassy: what was asked or booked there is to be ended.</summary>
    EndEmbassyContact,

    /// <summary>A cost of the journey waits for approval.</summary>
    ApproveTravelCost,

    /// <summary>A cost of the journey was not approved.</summary>
    TravelCostRefused,

    /// <summary>No sign of life on the journey within the agreed time.</summary>
    NoSignOfLife,

    /// <summary>The person has stopped on the way: see that they are safe.</summary>
    StoppedOnTheWay,

    /// <summary>The person has stopped on the way: ask about the way back and plan it.</summary>
    PlanWayBack,

    /// <summary>The time of a package is out, and nobody has confirmed that it came: ask its recipient, or take it back.</summary>
    PackageSilent,
}
