import AttuneInstrument
import AttuneReport
import AttuneSession
import Testing

@Suite struct PaperFormTests {
  private let branching = """
    section early: Where
      place: before information
    item nation: Where do you live?
      answer: choose one
      north = North
      south = South
      keep: no
    section one: First
    item used: Have you used it?
      answer: choose one
      yes = Yes
      no = No
      other = Something else
      write in: other
      offer: not sure, prefer not to say
    item often: How often?
      show when: used is yes
      answer: number 0 to 90
      unit: times
    item since: Since when?
      show when: used is yes
      answer: date, month
    item comments: {used or something} and {often}: anything to say?
      answer: text, several lines
      offer: prefer not to say
    section two: Second
      show when: used is yes
      content note: This part is about loss.
    item lost: Did you lose it?
      answer: choose any, up to 2
      a = A
      b = B
      c = C
    section three: Third
      ask first: Would you like the third part?
    item hidden: A question that nobody can see?
      asked if: the study turns it on
      answer: text
    item late: Late?
      answer: slider 0 to 10
      left: Never
      right: Always
    """

  private func paper(_ text: String? = nil, _ use: PaperForm.Use = .fillingIn) throws -> PaperForm {
    PaperForm(SessionSetting(instrument: try Pages.instrument(text ?? branching)), for: use)
  }

  @Test func tellsWhereToGoOn() throws {
    let paper = try paper()
    let often = try #require(paper.question("often"))
    #expect(often.number == 2)
    #expect(
      often.routing
        == "If you answered “Yes” to question 1, please answer questions 2 to 3. "
        + "Otherwise, please go on to question 4.")
    #expect(paper.question("since")?.routing == nil)
    #expect(
      paper.question("since")?.shownTo == "Shown to people who answered “Yes” to question 1.")
    let second = try #require(paper.parts.first { $0.title == "Part 2 of 3: Second" })
    #expect(
      second.routing
        == "If you answered “Yes” to question 1, please answer this part. "
        + "Otherwise, please go on to “Part 3 of 3: Third”.")
    #expect(second.contentNote?.words == "This part is about loss.")
    #expect(
      second.contentNote?.alternative
        == "You can leave this part out. If you would like to, please go on to "
        + "“Part 3 of 3: Third”.")
    let third = try #require(paper.parts.first { $0.title == "Part 3 of 3: Third" })
    #expect(
      third.gate?.boxes.map(\.label) == [
        "Yes. Please go on with question 6.", "No. Please go on to “Thank you”.",
      ])
  }

  @Test func givesEachKindOfAnswerItsSpace() throws {
    let paper = try paper()
    let used = try #require(paper.question("used")?.answer)
    #expect(used.space == .boxes)
    #expect(used.boxes.map(\.code) == ["1", "2", "3", "d", "s"])
    #expect(used.boxes.map(\.isReason) == [false, false, false, true, true])
    #expect(used.boxes[2].ownWords == "You can say more in your own words:")
    let often = try #require(paper.question("often")?.answer)
    #expect(often.space == .number(unit: "times"))
    #expect(often.hint == "Write a number from 0 to 90. Count in times.")
    #expect(paper.question("since")?.answer.space == .date(.month))
    let comments = try #require(paper.question("comments")?.answer)
    #expect(comments.space == .lines(8))
    // A letter beside lines for own words would be one of them.
    #expect(comments.boxes.map(\.code) == [""])
    #expect(paper.question("lost")?.answer.hint == "Tick up to 2 boxes.")
    #expect(
      paper.question("late")?.answer.hint == "Write a number from 0 (Never) to 10 (Always).")
  }

  @Test func putsFallbacksWhereAnswersWouldStand() throws {
    let comments = try #require(try paper().question("comments"))
    #expect(
      comments.wordings.map(\.words) == [
        "something and (your answer to question 2): anything to say?"
      ])
  }

  @Test func leavesOutWhatIsNeverKept() throws {
    #expect(try paper().question("nation") == nil)
    let reading = try paper(nil, .reading)
    #expect(reading.question("nation")?.remarks == ["This answer is not kept."])
    #expect(reading.question("nation")?.number == 1)
    let needed = branching.replacing("show when: used is yes", with: "show when: nation is north")
    #expect(try paper(needed).question("nation") != nil)
  }

  @Test func leavesOutWhatNobodyIsShown() throws {
    #expect(try paper().question("hidden") == nil)
    var study = StudyDescription(name: "s", title: "S", instrument: "pages.instrument")
    study.turnedOn = ["hidden"]
    let setting = SessionSetting(instrument: try Pages.instrument(branching), study: study)
    #expect(PaperForm(setting, for: .fillingIn).question("hidden") != nil)
  }

  /// What hangs on a question that is not on the form can never be reached.
  @Test func leavesOutWhatTheFormCannotReach() throws {
    let instrument = try Pages.instrument(
      branching + "\nform short: Short\n  uses: often, comments, lost")
    let setting = SessionSetting(instrument: instrument, form: "short")
    let paper = PaperForm(setting, for: .fillingIn)
    #expect(paper.parts.flatMap(\.questions).map(\.name) == ["comments"])
    #expect(paper.subtitles == ["Short"])
  }

  @Test func showsWhereToTurnAtTheStartAfterHardPartsAndAtTheEnd() throws {
    let kinds = try paper().parts.map(\.kind)
    #expect(
      kinds == [
        .howTo, .support, .information, .consent, .questions, .questions, .support, .questions,
        .ending, .support,
      ])
    #expect(try paper(nil, .reading).parts.count { $0.kind == .support } == 1)
  }

  @Test func asksForConsentWithoutASignature() throws {
    let consent = try #require(try paper().parts.first { $0.kind == .consent })
    #expect(consent.statements.map(\.name) == ["taking_part", "quotes"])
    #expect(consent.statements[0].hint != consent.statements[1].hint)
    #expect(
      consent.paragraphs.map(\.words) == ["Please tick what you agree to. You do not need to sign."]
    )
  }

  @Test func putsTheWordsOfSeveralRolesSideBySide() throws {
    let text = """
      role person: I come here
      role worker: I work here
      section main: Main
        answer: text, one line
        read worker: Please think of one person.
      item heard
        ask person: I am heard.
        ask worker: I listen.
      item same: The same for both.
      item mine
        ask worker: Only for me.
        only for: worker
      item last: Last.
        show when: role is worker
      """
    var setting = SessionSetting(instrument: try Pages.instrument(text))
    let all = PaperForm(setting, for: .reading)
    #expect(all.question("heard")?.wordings.map(\.words) == ["I am heard.", "I listen."])
    #expect(all.question("heard")?.wordings.map(\.role) == ["I come here", "I work here"])
    #expect(all.question("same")?.wordings.map(\.role) == [nil])
    #expect(all.question("mine")?.wordings.map(\.role) == ["I work here"])
    #expect(all.question("last")?.shownTo == "Shown to people who answer as “I work here”.")
    #expect(all.parts.flatMap(\.paragraphs).contains { $0.role == "I work here" })

    setting.role = "person"
    let person = PaperForm(setting, for: .fillingIn)
    #expect(person.parts.flatMap(\.questions).map(\.name) == ["heard", "same"])
    #expect(person.subtitles == ["For people who say: I come here"])
    setting.role = "worker"
    let worker = PaperForm(setting, for: .fillingIn)
    #expect(worker.question("heard")?.wordings.map(\.words) == ["I listen."])
    #expect(worker.question("last")?.routing == nil)
  }

  @Test func statesSharedAnswersOnce() throws {
    let text = """
      scale agree
        1 = No
        2 = Yes
      section main: Main
        answer: agree
      item a: First.
      item b: Second.
      item c: Third?
        answer: text, one line
      item d: Fourth.
      """
    let questions = try paper(text).parts.flatMap(\.questions)
    #expect(questions.map(\.repeatsAnswers) == [false, true, false, false])
    #expect(questions.map(\.answersTitle) == ["Answers to questions 1 to 2:", nil, nil, nil])
  }

  @Test(arguments: [
    ("en-GB", false), ("cy", false), ("ar", true), ("he", true), ("ur-PK", true), ("fa", true),
    ("az-Arab", true), ("pa-Guru", false),
  ])
  func knowsWhichWayALanguageRuns(language: String, isRightToLeft: Bool) throws {
    let instrument = try Pages.instrument(branching, language: language)
    let paper = PaperForm(SessionSetting(instrument: instrument), for: .fillingIn)
    #expect(paper.isRightToLeft == isRightToLeft)
  }
}
