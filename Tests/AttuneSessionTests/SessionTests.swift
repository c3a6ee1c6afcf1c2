import AttuneInstrument
import AttuneSession
import Testing

@Suite struct SessionTests {
  // MARK: Before agreement

  @Test func recordsNothingBeforeThePersonAgrees() {
    var walk = Walk()
    walk.type("", "2", "1", "", "1")
    #expect(walk.session.step == .statement("quotes"))
    #expect(walk.effects.isEmpty)
    walk.type("2")
    #expect(walk.session.hasAgreed)
    #expect(walk.recorded.contains(.choseRole("person")))
    #expect(walk.session.agreements == ["taking_part": true, "quotes": false])
  }

  @Test func notTodayEndsKindlyAndStoresNothing() {
    var walk = Walk()
    walk.type("", "s", "1", "", "2")
    #expect(walk.effects == [.finish(.declined)])
    #expect(walk.session.isOver)
    #expect(walk.screen.paragraphs.first?.contains("Nothing has been saved") == true)
  }

  @Test func consentCanBeReadAgainAndAskedAbout() {
    var walk = Walk()
    walk.type("", "1", "1", "")
    walk.type("4")
    #expect(walk.screen.paragraphs == ["You can ask: Sam, 01234 567890."])
    walk.type("", "3")
    #expect(walk.session.step == .information)
  }

  @Test func nothingIsRecordedWithoutEveryAgreementThatIsNeeded() {
    var walk = Walk()
    walk.handle(.replied(statement: "quotes", agrees: true))
    walk.handle(.answered(item: "med1", .code(1)))
    walk.handle(.replied(statement: "taking_part", agrees: false))
    #expect(walk.effects.isEmpty)
    #expect(!walk.session.hasAgreed)
  }

  @Test func enterNeverAgrees() {
    var walk = Walk()
    walk.type("", "1", "1", "")
    #expect(walk.complaint(about: "")?.hasPrefix("Sorry, I did not understand that.") == true)
  }

  @Test func answersThatAreNeverKeptReachNoJournal() {
    var walk = Walk.started
    let leaked = walk.recorded.contains { event in
      if case .answered("nation", _) = event { true } else { false }
    }
    #expect(!leaked)
    #expect(walk.recorded.contains(.wentOn(from: .item("nation"))))
    #expect(walk.answers["nation"] == nil)
    walk.type("h")
    #expect(walk.screen.paragraphs == ["Samaritans, call 116 123"])
  }

  @Test func anUnknownNationShowsEveryHelpline() {
    var walk = Walk()
    walk.type("", "s", "h")
    #expect(walk.screen.paragraphs.count == 2)
  }

  @Test func aPersonWithBothRolesChoosesOneForToday() {
    var walk = Walk()
    walk.type("", "1", "3")
    #expect(walk.session.step == .roleForToday)
    walk.type("2")
    #expect(walk.session.isBothRoles)
    #expect(walk.session.role == "worker")
    #expect(walk.screen.paragraphs.contains("Your employer will not see this."))
    walk.type("", "1", "2", "1", "", "1", "1")
    #expect(walk.screen.prompt == "I listen to this person.")
  }

  @Test func insertsAreFilled() {
    var walk = Walk()
    walk.type("", "1", "1")
    #expect(walk.screen.paragraphs.contains("The team asks about 12 questions, 2 minutes."))
  }

  @Test func termsAreFilledInAnswersToo() {
    var walk = Walk { setting in
      setting.instrument.terms = ["side": "side of town"]
      setting.study?.terms = ["side": "end of town"]
      setting.instrument.sections[0].items[0].format = .chooseOne([
        Choice(code: 1, name: "north", label: "The north {side}")
      ])
    }
    walk.type("")
    #expect(walk.screen.options.first?.label == "The north end of town")
  }

  // MARK: How much

  @Test func aFormCountsOnlyWhatIsMeantForThePerson() {
    var walk = Walk { setting in
      setting.instrument.forms = [
        Form(
          name: "short", title: "Short form", items: ["nation", "which_team", "heard", "effort"])
      ]
      setting.instrument.sections[3].items[0].onlyFor = "worker"
    }
    walk.type("", "1", "1", "", "1", "1")
    #expect(walk.screen.options[1].label == "Short form: about 1 questions, 1 minute")
  }

  @Test func theShortFormLeavesTheRestNotChosen() {
    var walk = Walk()
    walk.type("", "1", "1", "", "1", "1", "2", "", "1")
    #expect(walk.session.length == .form("short"))
    #expect(walk.session.step == .review)
    #expect(walk.answers["which_team"] == .code(1))
    #expect(walk.answers["med1"] == .missing(.notChosen))
    #expect(walk.answers["effort"] == .missing(.notReached))
  }

  @Test func partByPartOffersEachPart() {
    var walk = Walk()
    walk.type("", "1", "1", "", "1", "1", "3", "")
    #expect(walk.session.step == .gate(section: "about"))
    walk.type("2")
    #expect(walk.session.step == .gate(section: "medication"))
    #expect(walk.answers["which_team"] == .missing(.notChosen))
  }

  @Test func changingToPartByPartStaysInTheBegunPart() {
    var walk = Walk.started
    walk.type("1", "pause", "f", "3")
    #expect(walk.session.step == .item("meetings"))
    walk.type("2")
    #expect(walk.session.step == .gate(section: "listening"))
    #expect(walk.answers["which_team"] == .code(1))
  }

  @Test func theLengthCanBeChangedMidway() {
    var walk = Walk.started
    walk.type("1", "3", "pause", "f", "2")
    #expect(walk.session.step == .item("heard"))
    walk.type("5")
    #expect(walk.session.step == .review)
    #expect(walk.answers["meetings"] == .value(.number(3)))
  }

  // MARK: Routing

  @Test func unknownConditionsHideAndMissingAnswersAreUnknown() {
    var walk = Walk.started
    walk.type("1", "s")
    #expect(walk.session.step == .contentNote(section: "medication"))
    #expect(walk.answers["heard"] == .missing(.notShown))
  }

  @Test func changingAnEarlierAnswerRoutesAnew() {
    var walk = Walk.started
    walk.type("1", "3", "2", "4")
    #expect(walk.answers["rushed"] == .code(4))
    walk.type("back", "back", "5")
    #expect(walk.session.step == .contentNote(section: "medication"))
    #expect(walk.answers["rushed"] == .missing(.notShown))
    #expect(walk.recorded.contains(.answered(item: "rushed", .code(4))))
  }

  @Test func whatWasNotReachedSaysSo() {
    var walk = Walk.started
    walk.type("1", "stop", "1")
    #expect(walk.answers["meetings"] == .missing(.notReached))
    #expect(walk.answers["rushed"] == .missing(.notReached))
    #expect(walk.answers["hosp1"] == .missing(.notReached))
  }

  @Test func reasonsAreKeptApart() {
    var walk = Walk.started
    walk.type("skip", "3", "d", "1", "n", "s")
    #expect(walk.answers["which_team"] == .missing(.skipped))
    #expect(walk.answers["heard"] == .missing(.notSure))
    #expect(walk.answers["rushed"] == .missing(.notShown))
    #expect(walk.answers["med1"] == .missing(.doesNotApply))
    #expect(walk.answers["med2"] == .missing(.preferNotToSay))
  }

  // MARK: Content notes, gates, check-ins

  @Test func aContentNoteIsAForkWithFourWays() {
    var walk = Walk.started
    walk.type("1", "0")
    #expect(walk.screen.paragraphs == ["These are about medication."])
    #expect(walk.screen.options.map(\.keys) == [["1"], ["2"], ["3"], ["4"]])
    walk.type("3", "", "2")
    #expect(walk.session.step == .gate(section: "hospital"))
    #expect(walk.answers["med1"] == .missing(.skipped))
    walk.type("back", "1", "5")
    #expect(walk.session.step == .item("med2"))
    #expect(walk.answers["med1"] == .code(5))
  }

  @Test func aNoteIsForThoseWhoAreAskedWhatItIsAbout() {
    var walk = Walk { setting in
      setting.instrument.sections[4].notedItems = ["med2"]
      setting.instrument.forms[0].items = ["med1"]
    }
    walk.type("", "1", "1", "", "1", "1", "2", "")
    #expect(walk.session.step == .item("med1"))
    walk.type("1")
    #expect(walk.session.step == .review)
    walk = Walk { $0.instrument.sections[4].notedItems = ["med2"] }
    walk.type("", "1", "1", "", "1", "1", "1", "", "1", "0")
    #expect(walk.session.step == .contentNote(section: "medication"))
    walk.type("1", "3", "3")
    #expect(walk.session.step == .checkIn(section: "medication"))
  }

  @Test func noAtAGateIsNotChosen() {
    var walk = Walk.started
    walk.type("1", "0", "2", "no")
    #expect(walk.session.step == .item("helps"))
    #expect(walk.answers["hosp1"] == .missing(.notChosen))
  }

  @Test func aCheckInFollowsAHardPart() {
    var walk = Walk.started
    walk.type("1", "0", "1", "1", "1")
    #expect(walk.session.step == .checkIn(section: "medication"))
    walk.type("2")
    #expect(walk.screen.title == "Paused")
    walk.type("c", "3")
    #expect(walk.session.step == .item("helps"))
    #expect(walk.answers["hosp1"] == .missing(.notChosen))
  }

  // MARK: Back, skip, pause

  @Test func backStopsAtTheFirstQuestion() {
    var walk = Walk.started
    walk.type("back")
    #expect(walk.session.step == .length)
    #expect(
      walk.complaint(about: "back")
        == "This is the first question, so there is nothing to go back to.")
  }

  @Test func enterKeepsAnEarlierAnswer() {
    var walk = Walk.started
    walk.type("2", "back")
    #expect(walk.screen.currentAnswer?.contains("South team") == true)
    walk.type("")
    #expect(walk.session.step == .item("meetings"))
    #expect(walk.answers["which_team"] == .code(2))
  }

  @Test func enterAloneAsksGentlyAndNeverTraps() {
    var walk = Walk.started
    walk.type("")
    #expect(walk.screen.prompt == "Would you like to skip this one?")
    walk.type("n")
    #expect(walk.session.step == .item("which_team"))
    walk.type("", "")
    #expect(walk.answers["which_team"] == .missing(.skipped))
  }

  @Test func aPauseKeepsThePlace() {
    var walk = Walk.started
    walk.type("1", "p", "k")
    #expect(walk.effects.last == .finish(.paused))
    #expect(walk.screen.paragraphs.contains { $0.contains("moss lamp river") })
    var again = Session(replaying: walk.recorded, setting: walk.session.setting)
    #expect(again.step == .item("meetings"))
    _ = again.handle(.opened(.welcomeBack))
    #expect(again.screen.options.count == 3)
    #expect(again.handle(.closed).isEmpty)
    #expect(again.step == .item("meetings"))
  }

  @Test func beforeABreakAnswersKeptApartGoIntoTheirFileOnce() {
    var walk = Walk.reviewing
    walk.type("p")
    #expect(walk.screen.paragraphs.contains { $0.contains("except those that are kept apart") })
    walk.type("k")
    #expect(walk.screen.entries.map(\.answer) == ["post"])
    walk.type("c")
    #expect(walk.session.step == .review)
    walk.type("p", "k", "k")
    let apart = walk.effects.suffix(3)
    #expect(
      Array(apart) == [
        .keepApart(item: "reach", .value(.text("post"))), .record(.putApart), .finish(.paused),
      ])
    let leaked = walk.recorded.contains { event in
      if case .answered("reach", _) = event { true } else { false }
    }
    #expect(!leaked)

    // Back another day: it cannot be seen, changed or given twice.
    let events = walk.recorded
    walk = Walk()
    walk.session = Session(replaying: events, setting: walk.session.setting)
    #expect(walk.session.step == .review)
    let entry = walk.screen.entries.last
    #expect(entry?.answer == "Already kept apart")
    #expect(entry?.event == nil)
    walk.type("back")
    #expect(walk.screen.paragraphs.first == "How can we reach you?")
    #expect(walk.screen.field == .none)
    walk.handle(.answered(item: "reach", .value(.text("twice"))))
    walk.type("", "", "1")
    #expect(walk.session.outcome == .finished)
    #expect(!walk.effects.contains { if case .keepApart = $0 { true } else { false } })
  }

  @Test func answersKeptApartCanBeLeftOutBeforeABreak() {
    var walk = Walk.reviewing
    walk.type("p", "k", "w")
    #expect(!walk.effects.contains { if case .keepApart = $0 { true } else { false } })
    let again = Session(replaying: walk.recorded, setting: walk.session.setting)
    walk = Walk()
    walk.session = again
    walk.type("back")
    #expect(walk.screen.field == .line, "it can be answered again")
  }

  @Test func whatIsSetAsideSaysWhatWasNotSaved() {
    var walk = Walk.started
    walk.type("1", "3", "2", "4", "1", "5", "1", "1", "1", "3", "1, 3", "May 2020", "Kind")
    walk.type("They listen", ".", "post")
    walk.type("x")
    #expect(walk.screen.paragraphs.contains { $0.contains("except those that are kept apart") })
    walk.handle(.leave)
    #expect(walk.screen.paragraphs.contains { $0.contains("was not saved") })
  }

  @Test func somebodyWhoComesBackIsToldOfTheDay() {
    var walk = Walk { $0.answeredOn = "2026-11-24" }
    walk.handle(.opened(.welcomeBack))
    #expect(walk.screen.prompt?.hasPrefix("You have answers here from 24 November 2026.") == true)
  }

  @Test func startingAgainDeletesWhatWasThere() {
    var walk = Walk.started
    walk.type("1")
    walk.handle(.opened(.welcomeBack))
    walk.type("2")
    #expect(walk.effects.last == .discard)
    #expect(walk.session == Session(walk.session.setting))
  }

  // MARK: Stopping

  @Test func stoppingAsksWhatBecomesOfTheAnswers() {
    var walk = Walk.started
    walk.type("1", "x")
    #expect(walk.screen.options.map(\.label).first == "Keep them")
    walk.type("b")
    #expect(walk.session.step == .item("meetings"))
    walk.type("x", "3")
    #expect(walk.screen.entries.map(\.answer) == ["North team"])
    walk.type("1")
    #expect(walk.effects.last == .finish(.stopped))
    #expect(walk.session.step == .debrief)
    #expect(walk.answers["which_team"] == .code(1))
  }

  @Test func deletingDeletesAtOnce() {
    var walk = Walk.started
    walk.type("1", "x", "2")
    #expect(walk.effects.suffix(2) == [.discard, .finish(.deleted)])
    #expect(walk.answers["which_team"]?.value == nil)
    #expect(walk.session.isOver)
  }

  @Test func leavingReachesTheStopPageThenSetsAside() {
    var walk = Walk.started
    walk.type("1")
    walk.handle(.leave)
    #expect(walk.screen.title == "Stopping")
    walk.handle(.leave)
    #expect(walk.effects.last == .finish(.setAside))
    #expect(walk.screen.paragraphs.contains { $0.contains("moss lamp river") })
  }

  @Test func leavingBeforeAgreementStoresNothing() {
    var walk = Walk()
    walk.type("", "1")
    walk.handle(.leave)
    #expect(walk.effects == [.finish(.declined)])
  }

  @Test func leavingAfterTheReviewKeepsTheAnswers() {
    var walk = Walk.reviewing
    walk.type("")
    walk.handle(.leave)
    walk.handle(.leave)
    #expect(walk.effects.last == .finish(.stopped))
    #expect(walk.answers["effort"] == .missing(.notReached))
  }

  @Test func aTextBeingWrittenIsNotLost() {
    var walk = Walk.reviewing
    walk.type("11", "First line")
    walk.handle(.leave)
    walk.handle(.leave)
    #expect(walk.answers["more"] == .value(.text("First line")))
  }

  // MARK: Review and the end

  @Test func reviewListsAnswersAndOpensOne() {
    var walk = Walk.reviewing
    #expect(walk.session.step == .review)
    #expect(walk.screen.entries.map(\.question).contains("After North team, what else?"))
    walk.type("2", "0")
    #expect(walk.session.step == .review)
    #expect(walk.answers["meetings"] == .value(.number(0)))
    #expect(walk.answers["heard"] == .missing(.notShown))
  }

  @Test func aChangeThatOpensQuestionsAsksThemBeforeReturning() {
    var walk = Walk.started
    walk.type("1", "0", "2", "2", "1", "2020-05", "Kind", "", "", "post")
    #expect(walk.session.step == .review)
    walk.type("2", "2")
    #expect(walk.session.step == .item("heard"))
    walk.type("5")
    #expect(walk.session.step == .review)
  }

  @Test func anAnswerCanBeBlankedOnReview() {
    var walk = Walk.reviewing
    walk.type("1", "skip")
    #expect(walk.session.step == .review)
    #expect(walk.answers["which_team"] == .missing(.skipped))
  }

  @Test func theEndGivesTheCodeACopyAndSupport() {
    var walk = Walk.reviewing
    walk.type("", "5")
    #expect(walk.session.outcome == .finished)
    #expect(
      walk.effects.suffix(2) == [
        .keepApart(item: "reach", .value(.text("post"))), .finish(.finished),
      ])
    #expect(walk.screen.paragraphs.contains { $0.contains("kind blue stone") })
    #expect(walk.screen.paragraphs.contains { $0.contains("5 March 2027") })
    walk.type("y")
    #expect(walk.screen.entries.contains { $0.answer == "Walks; Friends" })
    walk.type("")
    #expect(walk.session.isOver)
    #expect(walk.screen.paragraphs.contains("Samaritans, call 116 123"))
    #expect(walk.answers["reach"] == nil)
  }

  @Test func aSessionThatBrokeOffAtItsEndFinishesLater() {
    var walk = Walk.reviewing
    walk.type("", "5")
    var again = Session(replaying: walk.recorded, setting: walk.session.setting)
    _ = again.handle(.opened(.welcomeBack))
    var deleting = again
    #expect(again.handle(.closed) == [.finish(.finished)])
    #expect(again.step == .debrief)
    #expect(deleting.handle(.choseToDelete) == [.discard, .finish(.deleted)])
  }

  @Test func practiceIsStampedOnTheFirstAndLastPage() {
    var walk = Walk { $0.purpose = .rehearsal }
    #expect(walk.screen.notice == "PRACTICE: nothing is saved.")
    walk.handle(.leave)
    #expect(walk.session.isOver)
    #expect(walk.screen.notice == "PRACTICE: nothing is saved.")
    #expect(walk.screen.paragraphs.last == "This was practice.")
  }
}
