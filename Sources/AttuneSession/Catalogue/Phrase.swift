/// Something that the engine or a face says; its words stand in a `Catalogue`.
package enum Phrase: String, Sendable, Hashable, CaseIterable {
  // Answers
  case doesNotApply, notSure, preferNotToSay, noAnswer, answerNotKept, currentAnswer, months

  // Welcome
  case welcome, wordsThatWork, wordSkip, wordBack, wordPause, wordStop, wordWhy, wordSupport,
    wordAgain, wordHelp, wordHide, helpGiven, howToAnswer, pressEnterToGoOn, practiceKeptApart,
    practiceNothingSaved

  // Before the questions
  case roleQuestion, roleForTodayQuestion, information, taking, wantsToTakePart, doYouAgree,
    notToday, readAgain, haveQuestion, askContact, askWhoever, lengthTitle, lengthQuestion,
    lengthFull, lengthForm, oneMinute, severalMinutes, lengthPartByPart

  // Parts
  case part, gate, yes, noSkipPart, no, howToGoOn, carryOn, skipPart, seeSupport, stop, checkIn,
    haveBreak, easierPart

  // Hints
  case hintNumber, hintNumberFrom, hintNumberFromLabels, hintNumberAtLeast, hintNumberAtMost,
    hintUnit, hintSeveral, hintSeveralAtMost, hintDay, hintMonth, hintYear, hintLine, hintLines,
    hintReason, hintMoreLines, hintOwnWords

  // When a line is not understood
  case notUnderstood, typeRange, typeNumber, typeNumberFrom, typeNumberAtLeast, typeNumberAtMost,
    typeSeveral, typeUpTo, typeDay, typeMonth, typeYear, typeWords, typeEntry, typeHelp, or,
    pressEnter, controlCharacters, notText, firstQuestion, nothingToSkip

  // Interludes
  case helpTitle, supportTitle, pressEnterToReturn, whyTitle, noWhy, askSkip, yesSkip,
    noShowAgain, askWord, itIsMyAnswer, iWantTo, wantSkip, wantBack, wantPause, wantStop,
    wantWhy, wantSupport, wantAgain, wantHelp, wantHide, askAgain, pauseTitle, pause, safeSoFar,
    notSavedInPractice, nothingSavedYet, comeBack, stopNow, helplines, changeLength, stopTitle,
    stopThanks, stopBeforeAgreeing, stopQuestion, keep, delete, showFirst, mistake, noAnswersYet,
    safeButForSome, beforeYouGoTitle, beforeYouGoApart, beforeYouGoOwn, carryOnForNow,
    comeBackPuttingApart, comeBackWithout, alreadyApart, alreadyApartHere, welcomeBackTitle,
    welcomeBack, welcomeBackFrom, startAgain, deleteThose, hidden, hiddenSoon

  // The end
  case reviewTitle, reviewPrompt, debriefTitle, withdrawalCode, withdrawalCodeUntil,
    copyQuestion, noThanks, copyTitle, copyNote, thanksForTime, farewell, declined, deleted, paused,
    setAside, notSetAside, resumeCodeFirst, resumeCode, savingFailed, cannotBegin,
    practiceEnd

  // On paper
  case paperVersion, paperHow, paperHowBlank, paperHowTick, paperHowBreak, paperHowScreen,
    paperHowCodes, paperNumber, paperConsent, paperConsentNeeded, paperConsentFree, paperDecline,
    paperTickOne, paperTickAny, paperTickUpTo, paperWriteNumber, paperWriteNumberFrom,
    paperWriteNumberFromLabels, paperWriteNumberAtLeast, paperWriteNumberAtMost, paperUnit,
    paperDay, paperMonth, paperYear, paperOwnWords, paperMoreWords, paperBefore, paperAlternative,
    paperBreak, paperYes, paperLeaveOut, paperQuestionIf, paperQuestionsIf, paperPartIf,
    paperGoOnTo, paperGoOnToPart, paperAnswersTo, paperEarlier, paperNotKept, paperOwnCopy,
    paperApart, paperRole, paperReviewed, paperNotReviewed

  // Conditions in words
  case shownTo, ifAnswered, ifNotAnswered, ifIs, ifIsNot, ifAtLeast, ifAtMost, ifMoreThan,
    ifLessThan, ifIncludes, ifExcludes, ifRole, ifNotRole, ifForm, ifNotForm, ifBothRoles,
    ifNotBothRoles, ifHelped, ifNotHelped, ifBoth, ifEither, listAnd, listOr, quoted

  // Faces
  case yourAnswer, placeholder, moreAbove, moreBelow, keysThatWork, plainLines, pressEnterToClose
}
