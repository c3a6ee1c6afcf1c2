import Testing

@Suite struct InstrumentRuleTests {
  /// Takes the lines that begin with `start` out of the prelude and marks its first line.
  private func prelude(without starts: [String]) -> String {
    let lines = Example.prelude.split(separator: "\n", omittingEmptySubsequences: false)
    let kept = lines.filter { line in
      !starts.contains { line.drop { $0 == " " }.hasPrefix($0) }
    }
    return kept.joined(separator: "\n").replacing("instrument ", with: "instrument 1️⃣")
  }

  @Test func hasNoFindingsAsItIs() {
    Example.check(Example.prelude, [:])
  }

  @Test func wantsASupportBlock() {
    Example.check(prelude(without: ["support", "contact"]), ["1️⃣": "A301"])
  }

  @Test func wantsAnInformationBlock() {
    Example.check(prelude(without: ["information", "> We"]), ["1️⃣": "A302"])
  }

  @Test func wantsAConsentBlock() {
    Example.check(prelude(without: ["consent", "must"]), ["1️⃣": "A303"])
  }

  @Test func wantsSomethingToAgreeTo() {
    let source = prelude(without: ["must"]).replacing("consent:", with: "2️⃣consent:")
    Example.check(source, ["2️⃣": "A303"])
  }

  @Test func wantsSomebodyToContact() {
    let source = prelude(without: ["contact"]).replacing("support:", with: "2️⃣support:")
    Example.check(source, ["2️⃣": "A304"])
  }

  @Test func wantsAStatus() {
    Example.check(prelude(without: ["status"]), ["1️⃣": "A305"])
  }

  @Test func knowsFourStatuses() {
    let source = Example.prelude.replacing("draft, unvalidated", with: "1️⃣validated")
    Example.check(source, ["1️⃣": "A306"])
  }

  @Test(arguments: ["version", "language", "author", "licence"])
  func wantsToBeDescribed(_ detail: String) {
    Example.check(prelude(without: [detail]), ["1️⃣": "A307"])
  }

  @Test func wantsASourceForValidated() {
    let source = Example.prelude.replacing("draft, unvalidated", with: "1️⃣validated elsewhere")
    Example.check(source, ["1️⃣": "A308"])
  }

  @Test func wantsARoleQuestionForBothRoles() {
    let source = Example.prelude.replacing(
      "answer: agreement", with: "answer: agreement\n  both roles: 2️⃣Both are true")
    Example.check(source, ["2️⃣": "A242"])
  }

  @Test func asksHowToAnswer() {
    let source = prelude(without: ["answer: agreement", "scale", "1 =", "2 =", "3 ="])
      .replacing("item heard", with: "item 2️⃣heard")
      .replacing("item rushed", with: "item 3️⃣rushed")
      .replacing("item known", with: "item 4️⃣known")
    Example.check(source, ["2️⃣": "A220", "3️⃣": "A220", "4️⃣": "A220"])
  }

  @Test func notesHardTopics() {
    let source = "section s: S\nitem 1️⃣a: Have you been detained?\n"
    Example.check(Example.prelude + source, ["1️⃣": "A310"])
    let noted = "section s: S\n  content note: Hard times.\nitem a: Have you been detained?\n"
    Example.check(Example.prelude + noted, [:])
  }

  @Test(arguments: ["", "\n\n", "# only a comment", "item a: A question.", "> words"])
  func wantsToKnowWhatTheFileIs(_ text: String) {
    Example.check("1️⃣" + text, ["1️⃣": "A110"])
  }
}
