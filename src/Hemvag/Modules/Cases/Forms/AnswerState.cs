namespace Hemvag.Modules.Cases.Forms;

/// <summary>What stands behind a field of a form. The names are stored sealed and posted by forms; they never change.</summary>
internal enum AnswerState
{
    Answered,

    /// <summary>Nobody has asked, or there is nothing to say.</summary>
    NotAsked,

    /// <summary>The person was asked and does not want to say. Nobody asks again because of a form.</summary>
    DoesNotWantToSay,
}
