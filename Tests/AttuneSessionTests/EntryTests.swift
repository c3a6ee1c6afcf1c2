import AttuneInstrument
import AttuneSession
import Testing

@Suite struct EntryTests {
  /// A session at `item`, with everything before it skipped.
  private func walk(to item: String) -> Walk {
    var walk = Walk.started
    for _ in 0..<40 where walk.session.step != .item(item) {
      switch walk.session.step {
      case .contentNote, .gate: walk.type("2")
      case .item("meetings"): walk.type("3")
      case .item("one_word"), .item("more"): walk.type("skip", "skip")
      default: walk.type("skip")
      }
    }
    return walk
  }

  @Test(arguments: ["1", " 1 ", "no", "NORTH", "north team", "North team."])
  func numbersAndStartsOfLabelsAnswer(line: String) {
    let walk = walk(to: "which_team")
    #expect(
      walk.session.reading(of: line) == .event(.answered(item: "which_team", .code(1))))
  }

  @Test(arguments: ["n", "team", "4", "agree", "-1", "1x"])
  func otherThingsAreKindlyNotUnderstood(line: String) {
    let words = walk(to: "which_team").complaint(about: line)
    #expect(words == "Sorry, I did not understand that. You can type 1 to 3 or help.")
  }

  @Test func anAmbiguousStartIsNotGuessed() {
    let walk = walk(to: "heard")
    #expect(walk.complaint(about: "agree") != nil)
    #expect(
      walk.session.reading(of: "agree a l") != walk.session.reading(of: "agree a lo"))
    #expect(walk.session.reading(of: "I don\u{2019}t") == walk.session.reading(of: "d"))
    #expect(
      walk.complaint(about: "9")
        == "Sorry, I did not understand that. You can type 1 to 5, n, d, s or help.")
  }

  @Test func noWordOfBlameIsEverSaid() {
    let walk = Walk.reviewing
    for line in ["99", "invalid", "\u{1B}[2J"] {
      let words = walk.complaint(about: line)?.lowercased() ?? ""
      #expect(!words.isEmpty && !words.contains("invalid") && !words.contains("error"))
    }
  }

  @Test func lettersAreKeysAndWordsAlwaysWork() {
    let walk = walk(to: "heard")
    let pairs = [
      ("b", "back"), ("p", "pause"), ("x", "stop"), ("h", "support"), ("?", "why"), ("r", "again"),
    ]
    for (letter, word) in pairs {
      #expect(walk.session.reading(of: letter) == walk.session.reading(of: word))
      #expect(walk.complaint(about: word) == nil)
    }
    #expect(walk.complaint(about: "HELP") == nil)
  }

  @Test func whyTellsTheReasonAndReturns() {
    var walk = walk(to: "meetings")
    walk.type("why")
    #expect(walk.screen.paragraphs == ["We want to know how often people meet."])
    walk.type("")
    #expect(walk.session.step == .item("meetings"))
  }

  // MARK: Numbers

  @Test func anUnusualNumberIsAskedOnceAndTaken() {
    var walk = walk(to: "meetings")
    walk.type("55")
    #expect(
      walk.screen.prompt
        == "You typed 55. If that is right, press Enter. If not, please type the number again.")
    var enter = walk
    enter.type("")
    #expect(enter.answers["meetings"] == .value(.number(55)))
    walk.type("60")
    #expect(walk.answers["meetings"] == .value(.number(60)))
  }

  @Test(arguments: ["91", "-1", "nan", "1e1", "0x10", "1,5", "--1", ".", "1.2.3"])
  func numbersOutOfRangeOrShapeAreAskedForAgain(line: String) {
    let words = walk(to: "meetings").complaint(about: line)
    #expect(
      words
        == "Sorry, I did not understand that. "
        + "You can type a number from 0 to 90, n, s or help.")
  }

  @Test func decimalsAreNumbers() {
    var walk = walk(to: "meetings")
    walk.type("2.5")
    #expect(walk.answers["meetings"] == .value(.number(2.5)))
  }

  // MARK: Several choices, dates

  @Test(arguments: ["1, 3", "3 1", "1;3", "3,1,3"])
  func severalChoicesAreAscendingAndOnce(line: String) {
    var walk = walk(to: "helps")
    walk.type(line)
    #expect(walk.answers["helps"] == .value(.choices([1, 3])))
  }

  @Test(arguments: ["1,2,3", "4", "1,x"])
  func tooManyOrOtherChoicesAreAskedForAgain(line: String) {
    let words = walk(to: "helps").complaint(about: line)
    #expect(words?.contains("up to 2 numbers with commas") == true)
  }

  @Test(arguments: ["May 2020", "may 2020", "5/2020", "2020-05", "05.2020"])
  func monthsAreReadAsPeopleTypeThem(line: String) {
    var walk = walk(to: "since")
    walk.type(line)
    #expect(walk.answers["since"] == .value(.date("2020-05")))
  }

  @Test(arguments: ["13/2020", "May", "2020", "1 May 2020", "ma 2020"])
  func otherMonthsAreAskedForAgain(line: String) {
    #expect(walk(to: "since").complaint(about: line)?.contains("March 2026") == true)
  }

  // MARK: Own words

  @Test func aChoiceCanInviteOwnWords() {
    var walk = walk(to: "which_team")
    walk.type("3", "East team")
    #expect(walk.answers["which_team"] == .value(.choice(3, inOwnWords: "East team")))
    walk.type("back", "another", "")
    #expect(walk.answers["which_team"] == .code(3))
  }

  @Test func aWordThatMayBeTheAnswerIsAskedAbout() {
    var walk = walk(to: "one_word")
    walk.type("Stop")
    #expect(walk.screen.prompt == "Is \"Stop\" your answer, or do you want to stop?")
    var answer = walk
    answer.type("1")
    #expect(answer.answers["one_word"] == .value(.text("Stop")))
    walk.type("2")
    #expect(walk.screen.title == "Stopping")
  }

  @Test func severalLinesEndWithAFullStop() {
    var walk = walk(to: "more")
    walk.type("One", "", " two ", "back", "1", ".")
    #expect(walk.answers["more"] == .value(.text("One\n\n two \nback")))
  }

  @Test func aReasonCanBeTypedInWordsWhereTextIsAwaited() {
    var walk = walk(to: "one_word")
    #expect(walk.screen.hint?.hasSuffix("Or type the words shown above.") == true)
    walk.type("i'd rather not say")
    #expect(walk.answers["one_word"] == .missing(.preferNotToSay))
    walk.type("back", "2", "s")
    #expect(walk.answers["one_word"] == .value(.text("s")))
  }

  // MARK: Hostile texts

  static let texts = [
    "  leading and trailing  ", "e\u{301} and \u{E9}", "\u{202E}reversed", "a\u{300}\u{300}\u{300}",
    "👩‍👩‍👧", "=1+1", "'); DROP TABLE answers;--", "{team}", "tab\there", "\u{FEFF}mark",
    String(repeating: "long ", count: 200_000),
  ]

  @Test(arguments: texts) func textIsKeptByteForByte(text: String) {
    var walk = walk(to: "one_word")
    walk.type(text)
    guard case .value(.text(let kept)) = walk.answers["one_word"] else {
      Issue.record("no text")
      return
    }
    #expect(Array(kept.utf8) == Array(text.utf8))
  }

  @Test(arguments: ["\u{1B}[31m", "a\u{0}b", "\u{7}", "\u{9B}2J", "\u{7F}", "a\rb", "a\nb"])
  func controlCharactersAreVisiblyRefused(text: String) {
    let walk = walk(to: "one_word")
    #expect(walk.complaint(about: text)?.contains("which I cannot keep") == true)
  }
}
