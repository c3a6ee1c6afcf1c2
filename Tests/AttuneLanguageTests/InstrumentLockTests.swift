import AttuneDiagnostics
import AttuneInstrument
import AttuneLanguage
import Testing

@Suite struct InstrumentLockTests {
  static let source =
    Example.prelude + """
      construct met: Being met
        higher means: people feel more met
        uses: heard, known
        uses reversed: rushed
        score: mean, at least 2 answered
      group team: Team
        set by: item side
      analysis
        correction: Holm
        smallest difference that matters: 0.5 points
      plan whole: Do these measure one thing?
        reliability of: met
      plan teams: Do people in the teams feel equally met?
        family: primary
        compare: met by team
        test: Kruskal-Wallis
        because: we ask about differences

      """

  private func lock(_ content: String) throws -> InstrumentLock? {
    let compilation = Compilation(of: SourceText(name: "i.instrument", content: content))
    return try compilation.instrument.map { try InstrumentLock(freezing: $0, on: "2026-11-24") }
  }

  private func frozen() throws -> InstrumentLock { try #require(try lock(Self.source)) }

  @Test func namesWhatWasFrozen() throws {
    let lock = try frozen()
    #expect(lock.name == "being_met")
    #expect(lock.version == "0.3.0")
    #expect(lock.frozenOn == "2026-11-24")
    #expect(lock.plans.map(\.name) == ["whole", "teams"])
    #expect(
      Set([lock.meaning, lock.questions, lock.analysis] + lock.plans.map(\.fingerprint)).count == 5)
  }

  @Test func isTheSameForAnotherLayoutAndOtherComments() throws {
    let frozen = try frozen()
    let lines = Self.source.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(try lock(lines.map { $0.drop { $0 == " " } }.joined(separator: "\n")) == frozen)
    #expect(try lock(lines.joined(separator: "\r\n")) == frozen)
    #expect(try lock(lines.map { "# note\n\t\($0)\n\n" }.joined()) == frozen)
    let formatted = Formatting(of: SourceText(name: "i.instrument", content: Self.source)).text
    #expect(try lock(try #require(formatted)) == frozen)
    let accepted = Self.source.replacing(
      "family: primary", with: "accept: A276 because x\nfamily: primary")
    #expect(try lock(accepted) == frozen)
  }

  /// Every line that says something is changed in turn; no change goes by without a trace.
  @Test func changesWithEveryLine() throws {
    let frozen = try frozen()
    let lines = Self.source.split(separator: "\n").map(String.init)
    var changed = 0
    // An item that lists its answers is a `choose one` without the line that says so.
    for index in lines.indices where !lines[index].contains("answer: choose one") {
      for change in [lines[index] + " more", lines[index] + "2", ""] {
        var other = lines
        other[index] = change
        guard let lock = try lock(other.joined(separator: "\n")) else { continue }
        changed += 1
        #expect(lock.meaning != frozen.meaning, "\(lines[index])")
      }
    }
    #expect(changed > 60)
  }

  @Test(arguments: [
    ("listens to me", "listens to us", ["what is asked, said or scored changed"]),
    ("  2 = Neither", "  2 = In between", ["what is asked, said or scored changed"]),
    ("  3 = Agree", "  4 = Agree", ["what is asked, said or scored changed"]),
    ("uses reversed: rushed", "uses: rushed", ["what is asked, said or scored changed"]),
    ("call 116 123", "call 116 124", ["what is asked, said or scored changed"]),
    ("test: Kruskal-Wallis", "test: Welch ANOVA", ["plan \"teams\" changed"]),
    ("because: we ask", "because: they ask", ["plan \"teams\" changed"]),
    ("plan whole", "plan part", ["plan \"part\" was added", "plan \"whole\" was taken out"]),
    (
      "correction: Holm", "correction: Bonferroni",
      ["the analysis block changed, which plans share"]
    ),
    ("version: 0.3.0", "version: 0.4.0", ["the version changed"]),
    (
      "status: draft, unvalidated", "status: in pilot, unvalidated",
      ["what the instrument says of itself changed (such as its status), or the order of its plans"]
    ),
  ])
  func saysWhatChanged(_ old: String, _ new: String, _ sentences: [String]) throws {
    let source = Self.source.replacing(old, with: new)
    let compilation = Compilation(of: SourceText(name: "i.instrument", content: source))
    let comparison = try frozen().comparison(with: try #require(compilation.instrument))
    #expect(comparison.sentences == sentences)
    #expect(!comparison.isSameMeaning)
  }

  @Test func sortsPlansByWhatBecameOfThem() throws {
    let source =
      Self.source.replacing("because: we ask", with: "because: they ask")
      + "plan late: Anything else?\n  describe: heard\n"
    let instrument = try #require(
      Compilation(of: SourceText(name: "i.instrument", content: source)).instrument)
    var lock = try frozen()
    lock.plans.append(.init(name: "gone", fingerprint: lock.meaning))
    let comparison = try lock.comparison(with: instrument)
    #expect(comparison.unchangedPlans == ["whole"])
    #expect(comparison.changedPlans == ["teams"])
    #expect(comparison.addedPlans == ["late"])
    #expect(comparison.missingPlans == ["gone"])
    #expect(!comparison.questionsChanged && !comparison.analysisChanged && comparison.isSameVersion)
    #expect(!comparison.plansAreUnchanged && !comparison.isUnchanged)
  }

  @Test func findsNothingWhereNothingChanged() throws {
    for name in Instrument.delivered {
      let instrument = try Instrument.delivered(name)
      let lock = try InstrumentLock(freezing: instrument, on: "2026-11-24")
      let comparison = try lock.comparison(with: instrument)
      #expect(comparison.isUnchanged && comparison.isSameMeaning && comparison.sentences == [])
      #expect(comparison.unchangedPlans == instrument.plans.map(\.name))
      let text = SourceText(name: "\(name).lock", content: lockText(for: lock))
      #expect(LockCompilation(of: text).lock == lock)
      #expect(LockCompilation(of: text).findings == [])
      #expect(Formatting(of: text).text == text.content)
    }
  }
}
