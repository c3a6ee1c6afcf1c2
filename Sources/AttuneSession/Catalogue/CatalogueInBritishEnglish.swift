extension Catalogue {
  public static let britishEnglish = Catalogue(
    language: "en-GB",
    texts: [
      // Answers
      .doesNotApply: "Does not apply to me",
      .notSure: "I don't know",
      .preferNotToSay: "I'd rather not say",
      .noAnswer: "No answer",
      .answerNotKept: "Not kept",
      .currentAnswer:
        "Your answer now: {answer}. Press Enter to keep it, or type skip to blank it.",
      .months:
        "January February March April May June July August September October November "
        + "December",

      // Welcome
      .welcome:
        "You can skip any question, go back, take a break, or stop. Nothing needs a reason.",
      .wordsThatWork: "These words always work. Type one and press Enter:",
      .wordSkip: "skip: leave this question blank",
      .wordBack: "back: go to the question before (b)",
      .wordPause: "pause: take a break (p)",
      .wordStop: "stop: end here, and say what happens to your answers (x)",
      .wordWhy: "why: what a question means and why it is asked (?)",
      .wordSupport: "support: helplines and where to turn (h)",
      .wordAgain: "again: read this once more (r)",
      .wordHelp: "help: show this list",
      .wordHide: "hide: clear this screen; show brings it back",
      .helpGiven:
        "Somebody is with you to read aloud or to type. Your answers are yours: you choose them. That "
        + "you had help is recorded, and nothing else about it.",
      .howToAnswer:
        "To answer, type the number next to your answer and press Enter. The first letters of an "
        + "answer work too.",
      .pressEnterToGoOn: "Press Enter to go on.",
      .practiceKeptApart: "PRACTICE: these answers are kept apart and never counted.",
      .practiceNothingSaved: "PRACTICE: nothing is saved.",

      // Before the questions
      .roleQuestion: "Which questions would you like?",
      .roleForTodayQuestion: "Which would you like to answer today?",
      .information: "Please read this first",
      .taking: "Taking part",
      .wantsToTakePart: "I want to take part.",
      .doYouAgree: "Would you like to take part?",
      .notToday: "Not today",
      .readAgain: "Read it again",
      .haveQuestion: "I have a question",
      .askContact: "You can ask: {contact}.",
      .askWhoever: "You can ask the person who told you about these questions.",
      .lengthTitle: "How much to answer",
      .lengthQuestion:
        "How much would you like to answer? You can change this later: type pause, then f.",
      .lengthFull: "All of it: about {questions} questions, {time}",
      .lengthForm: "{title}: about {questions} questions, {time}",
      .oneMinute: "1 minute",
      .severalMinutes: "{minutes} minutes",
      .lengthPartByPart: "Choose part by part",

      // Parts
      .part: "Part {number} of {total}: {title}",
      .gate: "The next part is: {title}. Would you like to see it?",
      .yes: "Yes",
      .noSkipPart: "No, skip this part",
      .no: "No",
      .howToGoOn: "How would you like to go on?",
      .carryOn: "Carry on",
      .skipPart: "Skip this part",
      .seeSupport: "See where to find support",
      .stop: "Stop",
      .checkIn: "That part can be hard.",
      .haveBreak: "Have a break",
      .easierPart: "Skip to an easier part",

      // Hints
      .hintNumber: "Type a number.",
      .hintNumberFrom: "Type a number from {low} to {high}.",
      .hintNumberFromLabels: "Type a number from {low} ({left}) to {high} ({right}).",
      .hintNumberAtLeast: "Type a number, {low} or more.",
      .hintNumberAtMost: "Type a number, {high} or less.",
      .hintUnit: "{hint} Count in {unit}.",
      .hintSeveral: "You can choose several: type the numbers with commas, such as {example}.",
      .hintSeveralAtMost:
        "You can choose up to {most}: type the numbers with commas, such as {example}.",
      .hintDay: "Type a date, such as 5 March 2026 or 5/3/2026.",
      .hintMonth: "Type a month, such as March 2026 or 3/2026.",
      .hintYear: "Type a year, such as 2026.",
      .hintLine: "Type your answer in your own words, then press Enter.",
      .hintLines:
        "Type your answer in your own words. When you have finished, type a full stop on a line of "
        + "its own.",
      .hintReason: "Or type the words shown above.",
      .hintMoreLines: "Go on, or type a full stop on a line of its own when you have finished.",
      .hintOwnWords: "You can say more in your own words, or press Enter to leave it at that.",

      // When a line is not understood
      .notUnderstood: "Sorry, I did not understand that. You can type {what}.",
      .typeRange: "{low} to {high}",
      .typeNumber: "a number",
      .typeNumberFrom: "a number from {low} to {high}",
      .typeNumberAtLeast: "a number, {low} or more",
      .typeNumberAtMost: "a number, {high} or less",
      .typeSeveral: "numbers with commas",
      .typeUpTo: "up to {most} numbers with commas",
      .typeDay: "a date such as 5 March 2026",
      .typeMonth: "a month such as March 2026",
      .typeYear: "a year such as 2026",
      .typeWords: "your own words",
      .typeEntry: "the number of an answer",
      .typeHelp: "help",
      .or: "or",
      .pressEnter: "just press Enter",
      .controlCharacters:
        "Sorry, there was a key in that which I cannot keep. Please type it again with letters, "
        + "numbers and signs only.",
      .notText: "Sorry, I could not read that as text. Please type it again.",
      .firstQuestion: "This is the first question, so there is nothing to go back to.",
      .nothingToSkip: "There is nothing to skip here. You can type {what}.",

      // Interludes
      .helpTitle: "What you can type",
      .supportTitle: "Where to find support",
      .pressEnterToReturn: "Press Enter to go back to where you were.",
      .whyTitle: "About this question",
      .noWhy: "There is nothing more to say about this question. You can skip it if you like.",
      .askSkip: "Would you like to skip this one?",
      .yesSkip: "Yes, skip it",
      .noShowAgain: "No, show it again",
      .askWord: "Is \"{typed}\" your answer, or do you want to {want}?",
      .itIsMyAnswer: "It is my answer",
      .iWantTo: "I want to {want}",
      .wantSkip: "skip this question",
      .wantBack: "go back",
      .wantPause: "take a break",
      .wantStop: "stop",
      .wantWhy: "know more about the question",
      .wantSupport: "see where to find support",
      .wantAgain: "read this once more",
      .wantHelp: "see what you can type",
      .wantHide: "hide this screen",
      .askAgain:
        "You typed {number}. If that is right, press Enter. If not, please type the number again.",
      .pauseTitle: "Paused",
      .pause: "You have paused. Take all the time you need.",
      .safeSoFar: "Your answers so far are safe on this computer.",
      .safeButForSome:
        "Your answers so far are safe on this computer, except those that are kept apart from the "
        + "others or only for yourself.",
      .notSavedInPractice: "Practice: nothing is saved.",
      .nothingSavedYet: "Nothing has been saved yet.",
      .comeBack: "Keep my place and come back another day",
      .beforeYouGoTitle: "Before you go",
      .beforeYouGoApart:
        "What you answered to be kept apart has no link to you, so it cannot wait here until you come "
        + "back. It can go into its own file now, or be left out.",
      .beforeYouGoOwn:
        "What you wrote only for yourself is saved nowhere, so it will be gone when you come back. It "
        + "is shown here so that you can write it down.",
      .carryOnForNow: "Carry on for now",
      .comeBackPuttingApart:
        "Put it into its own file, and keep my place: after that it cannot be changed or deleted",
      .comeBackWithout: "Leave it out, and keep my place",
      .alreadyApart: "Already kept apart",
      .alreadyApartHere:
        "You went past this question before your break. An answer to it is already kept apart, so it "
        + "cannot be shown or changed here.",
      .stopNow: "Stop now",
      .helplines: "Helplines",
      .changeLength: "Change how much I answer",
      .stopTitle: "Stopping",
      .stopThanks:
        "You have chosen to stop. That is fine. Thank you for what you have shared.",
      .stopBeforeAgreeing: "That is fine. Nothing has been saved.",
      .stopQuestion: "What would you like us to do with your answers so far?",
      .keep: "Keep them",
      .delete: "Delete them",
      .showFirst: "Show me my answers first",
      .mistake: "I pressed this by mistake",
      .noAnswersYet: "There are no answers yet.",
      .welcomeBackTitle: "Welcome back",
      .welcomeBack: "You have answers here from before. What would you like to do?",
      .welcomeBackFrom: "You have answers here from {date}. What would you like to do?",
      .startAgain: "Start again, and delete those answers",
      .deleteThose: "Delete those answers and stop",
      .hidden: "This screen is hidden. To go on, type show and press Enter.",
      .hiddenSoon:
        "Take all the time you need. In one minute this screen hides itself; nothing is lost. "
        + "Press any key to keep it.",

      // The end
      .reviewTitle: "Your answers",
      .reviewPrompt:
        "Type the number of an answer to change it or blank it. Press Enter to keep your answers "
        + "and go on.",
      .debriefTitle: "Thank you",
      .withdrawalCode:
        "Your code is: {code}. Please keep it safe. With it you can ask us to delete your answers.",
      .withdrawalCodeUntil:
        "Your code is: {code}. Please keep it safe. With it you can ask us to delete your answers "
        + "until {date}.",
      .copyQuestion: "Would you like to see a copy of your answers?",
      .noThanks: "No, thank you",
      .copyTitle: "Your own copy",
      .copyNote:
        "This copy is only on this screen. If you write it down or save it, keep it somewhere you "
        + "trust.",
      .thanksForTime: "Thank you for your time.",
      .farewell: "Please be kind to yourself today.",
      .declined: "That is fine. Thank you for your time. Nothing has been saved.",
      .deleted: "Your answers have been deleted. Thank you for your time.",
      .paused: "Your place is kept. Thank you for what you have shared so far.",
      .setAside:
        "Your answers so far are set aside. They are not used, and they are deleted after {days} "
        + "days unless you come back.",
      .notSetAside:
        "What you answered to be kept apart, or only for yourself, was not saved.",
      .resumeCodeFirst:
        "If anything interrupts you, you can come back to your place with this code: {code}. "
        + "You may want to write it down.",
      .resumeCode: "To come back to your place, use this code: {code}.",
      .savingFailed:
        "Sorry, I could not save your latest answer on this computer. This is not because of "
        + "anything you did. Please tell the person who asked you these questions.",
      .cannotBegin:
        "Sorry, these questions cannot be shown on this computer just now. This is not because of "
        + "anything you did. Please tell the person who asked you.",
      .practiceEnd: "This was practice.",

      // On paper
      .paperVersion: "Version {version}: {status}",
      .paperHow: "How to fill this in",
      .paperHowBlank: "You can leave any question blank. Nothing needs a reason.",
      .paperHowTick:
        "To answer, tick a box. If you change your mind, cross that tick out and tick another box.",
      .paperHowBreak: "You can take a break, or stop, whenever you like.",
      .paperHowScreen:
        "Some of the words were written for a screen. Where they say to press a key, please look "
        + "under \"{support}\" on these pages instead.",
      .paperHowCodes:
        "The small letters and numbers beside the boxes are for the team, who type the answers in.",
      .paperNumber: "Number of this form (the team writes it):",
      .paperConsent: "Please tick what you agree to. You do not need to sign.",
      .paperConsentNeeded: "Taking part needs a yes to this.",
      .paperConsentFree: "You can leave this out and still take part.",
      .paperDecline: "If you would rather not take part, please stop here. That is fine.",
      .paperTickOne: "Tick one box.",
      .paperTickAny: "Tick as many boxes as you like.",
      .paperTickUpTo: "Tick up to {most} boxes.",
      .paperWriteNumber: "Write a number.",
      .paperWriteNumberFrom: "Write a number from {low} to {high}.",
      .paperWriteNumberFromLabels:
        "Write a number from {low} ({left}) to {high} ({right}).",
      .paperWriteNumberAtLeast: "Write a number, {low} or more.",
      .paperWriteNumberAtMost: "Write a number, {high} or less.",
      .paperUnit: "{hint} Count in {unit}.",
      .paperDay: "Write the day, the month and the year.",
      .paperMonth: "Write the month and the year.",
      .paperYear: "Write the year.",
      .paperOwnWords: "Write in your own words.",
      .paperMoreWords: "You can say more in your own words:",
      .paperBefore: "Before this part",
      .paperAlternative: "You can leave this part out. If you would like to, please {onward}.",
      .paperBreak: "Have a break if you would like one.",
      .paperYes: "Yes. Please go on with question {number}.",
      .paperLeaveOut: "No. Please {onward}.",
      .paperQuestionIf:
        "If you {condition}, please answer question {number}. Otherwise, please {onward}.",
      .paperQuestionsIf:
        "If you {condition}, please answer questions {first} to {last}. Otherwise, please {onward}.",
      .paperPartIf: "If you {condition}, please answer this part. Otherwise, please {onward}.",
      .paperGoOnTo: "go on to question {number}",
      .paperGoOnToPart: "go on to {title}",
      .paperAnswersTo: "Answers to questions {first} to {last}:",
      .paperEarlier: "(your answer to question {number})",
      .paperNotKept: "This answer is not kept.",
      .paperOwnCopy: "This answer is for yourself. It is not kept.",
      .paperApart:
        "This answer is kept apart from your other answers, with no link between them. Please write "
        + "it on a sheet of its own.",
      .paperRole: "For people who say: {role}",
      .paperReviewed: "Reviewed by {panel}.",
      .paperNotReviewed: "Not yet reviewed with people with lived experience.",

      // Conditions in words
      .shownTo: "Shown to people who {condition}.",
      .ifAnswered: "answered question {number}",
      .ifNotAnswered: "did not answer question {number}",
      .ifIs: "answered {answers} to question {number}",
      .ifIsNot: "gave another answer than {answers} to question {number}",
      .ifAtLeast: "answered {bound} or more to question {number}",
      .ifAtMost: "answered {bound} or less to question {number}",
      .ifMoreThan: "answered more than {bound} to question {number}",
      .ifLessThan: "answered less than {bound} to question {number}",
      .ifIncludes: "chose {answers} in question {number}",
      .ifExcludes: "answered question {number} without choosing {answers}",
      .ifRole: "answer as {answers}",
      .ifNotRole: "do not answer as {answers}",
      .ifForm: "take the {answers}",
      .ifNotForm: "do not take the {answers}",
      .ifBothRoles: "said that both roles are true",
      .ifNotBothRoles: "did not say that both roles are true",
      .ifHelped: "have somebody's help with answering",
      .ifNotHelped: "answer without help",
      .ifBoth: "both {list}",
      .ifEither: "either {list}",
      .listAnd: "{list} and {last}",
      .listOr: "{list} or {last}",
      .quoted: "\u{201C}{words}\u{201D}",

      // Faces
      .yourAnswer: "Your answer:",
      .moreAbove: "(more above: Page Up)",
      .moreBelow: "(more below: Page Down)",
      .keysThatWork: "Arrow keys choose, Enter confirms, Esc hides this screen at once.",
      .plainLines: "With a screen reader or a braille display: type plain and press Enter.",
      .pressEnterToClose: "Press Enter to close and clear this screen.",
      .placeholder: "[{name}]",
    ])
}
