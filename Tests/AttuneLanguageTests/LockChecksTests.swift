import AttuneDiagnostics
import AttuneInstrument
import AttuneLanguage
import AttuneTestSupport
import Testing

@Suite struct LockChecksTests {
  private let lock: InstrumentLock

  init() throws {
    let source = SourceText(name: "i.instrument", content: InstrumentLockTests.source)
    let instrument = try #require(Compilation(of: source).instrument)
    lock = try InstrumentLock(freezing: instrument, on: "2026-11-24")
  }

  /// Checks the instrument with `changes` made to it beside the lock that froze it.
  private func check(
    _ changes: KeyValuePairs<String, String>, _ expected: [Character: String],
    lock text: String? = nil
  ) {
    var source = InstrumentLockTests.source
    for (old, new) in changes { source = source.replacing(old, with: new) }
    let marked = MarkedText(source)
    let findings = SourceText(name: "i.instrument", content: marked.text).findings(
      beside: SourceText(name: "i.lock", content: text ?? lockText(for: lock)))
    let found = findings.map { "\($0.code) at \($0.range.lower)" }
    let wanted = expected.map { "\($0.value) at \(marked.offsets[$0.key] ?? -1)" }
    #expect(found.sorted() == wanted.sorted())
    #expect(findings.allSatisfy { Explanation.of($0.code) != nil })
  }

  @Test func hasNothingToSayOfWhatIsAsItWas() {
    check([:], [:])
    check(["family: primary": "# a comment\n   family:   primary"], [:])
    check(["status: draft": "status: in pilot"], [:])
  }

  @Test func wantsANewVersionForNewWords() {
    check(["listens to me": "listens to us", "0.3.0": "1️⃣0.3.0"], ["1️⃣": "A309"])
    check(
      ["instrument ": "instrument 1️⃣", "listens to me": "hears me", "0.3.0": "0.4.0"], ["1️⃣": "A361"])
    check(["0.3.0": "0.3.1"], [:])
  }

  @Test func namesThePlanThatChanged() {
    check(["plan teams": "plan 1️⃣teams", "Kruskal-Wallis": "Welch ANOVA"], ["1️⃣": "A360"])
    check(["analysis\n": "1️⃣analysis\n", "Holm": "Bonferroni"], ["1️⃣": "A360"])
    check(["plan whole": "plan 1️⃣part", "instrument ": "instrument 2️⃣"], ["1️⃣": "A360", "2️⃣": "A360"])
  }

  @Test func saysBothWhereWordsAndPlansChanged() {
    check(
      [
        "call 116 123": "call 116 124", "0.3.0": "1️⃣0.3.0", "plan teams": "plan 2️⃣teams",
        "compare: met by team": "compare: met, heard by team",
      ],
      ["1️⃣": "A309", "2️⃣": "A360"])
  }

  @Test func takesAReasonForAPlanButNotForTheVersion() {
    let reason = "accept: A360 because nobody had looked at answers"
    check(
      ["Kruskal-Wallis": "Welch ANOVA", "family: primary": "family: primary\n  \(reason)"], [:])
    check(
      ["listens to me": "hears me", "0.3.0": "1️⃣0.3.0\n  accept: A309 because it is small"],
      ["1️⃣": "A309"])
  }

  @Test func saysThatALockIsNotItsOwnOrCannotBeRead() {
    var other = lock
    other.name = "other"
    check(["instrument ": "instrument 1️⃣"], ["1️⃣": "A362"], lock: lockText(for: other))
    check(["instrument ": "instrument 1️⃣"], ["1️⃣": "A362"], lock: "what is this?")
  }

  /// What must be fixed comes first; a file that means nothing cannot be held against anything.
  @Test func waitsUntilTheInstrumentCanBeRead() {
    check(["uses: heard, known": "uses: 1️⃣herd, known"], ["1️⃣": "A272"])
  }
}
