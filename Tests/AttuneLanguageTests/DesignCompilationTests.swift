import AttuneDiagnostics
import AttuneInstrument
import AttuneTestSupport
import Testing

@testable import AttuneLanguage

@Suite struct DesignCompilationTests {
  /// Two scores, an optional part, three kinds of other items, two roles.
  private static let instrument = Compilation(
    of: SourceText(
      name: "small.instrument",
      content: """
        instrument small: Small
          version: 0.1.0
          status: draft, unvalidated
          language: en-GB
          author: The attune project
          licence: CC BY 4.0
          offer: prefer not to say
          answer: four
          role question: Who are you?
        role person: A person
        role worker: A worker
        information: About
          > These are questions.
        consent: Taking part
          must agree taking_part: I want to take part.
        support: Help
          contact: A line - call 111.
        debrief: Thank you
          > Thank you.
        scale four
          1 = Never
          2 = Seldom
          3 = Often
          4 = Always
        group place: Place
          set by: facilitator
        group who: Who
          set by: role
        section part_a: A
        item a1: I am heard.
        item a2: I am seen.
        item a3: I am hurried.
        section part_b: B
          ask first: Would you like to see these?
        item b1: I am well.
        item b2: I am glad.
        section other: Other
        item kind: Which one is it?
          answer: choose one
          red = Red
          blue = Blue
          offer: nothing
        item words: In your own words?
          answer: text
        construct a: A
          higher means: more
          uses: a1, a2
          uses reversed: a3
          score: mean, at least 2 answered
        construct b: B
          higher means: more
          uses: b1, b2
          score: mean, at least 2 answered
        """)
  ).instrument

  private static let people = """
    people some: Some
      count: 3
      role: person

    """
  private static let profile = """
    profile mid: Middle
      cut at: -1, 0, 1
      for: a, b

    """
  private static let top = """
    simulation made_up: Made up
      instrument: small
      seed: 1

    """

  private func compile(_ content: String) throws -> DesignCompilation {
    DesignCompilation(
      of: SourceText(name: "s.design", content: content), for: try #require(Self.instrument),
      // Of two scores, all that lies within the bounds can be.
      canBe: { $0[0][1] * $0[0][1] < 0.81 })
  }

  private func check(
    _ marked: String, _ code: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let marked = MarkedText(marked)
    let compilation = try compile(marked.text)
    #expect(compilation.findings.map(\.code) == [code], sourceLocation: sourceLocation)
    #expect(
      compilation.findings.first?.range.lower == marked.offsets["1️⃣"],
      sourceLocation: sourceLocation)
    #expect(compilation.design == nil, sourceLocation: sourceLocation)
    #expect(Explanation.of(code) != nil, sourceLocation: sourceLocation)
  }

  @Test func readsEveryBlock() throws {
    let compilation = try compile(
      """
      simulation made_up: Made up
        instrument: small
        seed: 20
        note: Nothing real.
      people some: Some
        count: 3
        role: person
        answers kind: red
      people others: Others
        count: 4
        role: worker
        answers kind: red 25%, blue 0.75
        shift: a 0.5, b -1
        shift: general 0.2
        correlation of a, b: 0.3
        skipped a: 50 %
      scores
        correlation: 0.5
      factor general: General
        loads: a 0.8, b 0.5
      items
        loading: 0.6
        reversed loading: 0.4
        method loading: 0.2
        loading of a1: 0.9
      profile mid: Middle
        cut at: -1, 0, 1
        for: a1 to a3, part_b
      missing
        skipped: 1%
        prefer not to say part_a: 2%
        not chosen: 30%
      stopping
        share: 5%
        after: 40%
        deleted: 30%
      careless
        share: 4%
      sincere
        share: 2%
        answer: 4
      sites place: Places
        count: 2
        correlation: 0.05
      retest later: Later
        count: 2
        stability: 0.85
      faults
        already reversed: a3
        copy of a1: a2
        entered twice: 1
      """)
    #expect(compilation.findings == [])
    let design = try #require(compilation.design)
    #expect(design.seed == 20)
    #expect(design.scores == ["a", "b"])
    #expect(design.people.map(\.count) == [3, 4])
    #expect(design.people.map(\.role) == ["person", "worker"])
    #expect(design.people[0].alwaysGiven == ["kind"])
    #expect(design.people[1].alwaysGiven == [])
    #expect(design.people[1].answers["kind"]?.map(\.share) == [0.25, 0.75])
    // Said of the score, and of the factor by way of its loading.
    #expect(design.people[1].shifts == [0.5 + 0.8 * 0.2, -1 + 0.5 * 0.2])
    #expect(design.people[0].correlations == [[1, 0.4], [0.4, 1]])
    #expect(design.people[1].correlations == [[1, 0.3], [0.3, 1]])
    #expect(design.people[0].missing["a1"]?.map(\.share) == [0.01, 0.02])
    #expect(design.people[1].missing["a1"]?.map(\.share) == [0.5, 0.02])
    #expect(design.people[0].missing["kind"]?.map(\.reason) == [.skipped])
    #expect(design.people[0].notChosen == ["part_b": 0.3])
    #expect(design.items["a1"]?.loading == 0.9)
    #expect(design.items["a2"]?.loading == 0.6)
    #expect(design.items["a3"]?.loading == 0.4)
    #expect(design.items["a3"]?.methodLoading == 0.2)
    #expect(design.items["a1"]?.methodLoading == 0)
    #expect(design.items["b2"]?.score == 1)
    #expect(design.items["b2"]?.codes == [1, 2, 3, 4])
    #expect(design.stopping == .init(share: 0.05, after: 0.4, deleted: 0.3))
    #expect(design.careless == .init(share: 0.04, straightLines: 0.5))
    #expect(design.sincere == .init(share: 0.02, code: 4))
    #expect(
      design.sites == .init(group: "place", names: ["place_1", "place_2"], correlation: 0.05))
    #expect(design.retest?.stability == 0.85)
    #expect(design.faults.alreadyReversed == ["a3"])
    #expect(design.faults.copies == ["a2": "a1"])
    #expect(design.faults.enteredTwice == 1)
  }

  @Test func loadsByDefaultAsTheModelSays() throws {
    let design = try #require(try compile(Self.top + Self.people + Self.profile).design)
    #expect(design.items["a1"]?.loading == 0.70)
    #expect(design.items["a3"]?.loading == 0.55)
    #expect(design.items["a3"]?.methodLoading == 0.25)
    #expect(design.people[0].correlations == [[1, 0], [0, 1]])
  }

  // MARK: The file itself

  @Test func wantsToKnowWhatTheFileIs() throws {
    let findings = DesignCompilation(
      of: SourceText(name: "s.design", content: "instrument keep: Keep\n")
    ).findings
    #expect(findings.map(\.code) == ["A110"])
  }

  @Test func wantsAnInstrumentAndASeed() throws {
    let rest = Self.people + Self.profile
    try check("simulation 1️⃣s: S\n  seed: 1\n" + rest, "A381")
    try check("simulation 1️⃣s: S\n  instrument: small\n" + rest, "A382")
    let other = MarkedText("simulation s: S\n  instrument: 1️⃣keep\n  seed: 1\n" + rest)
    #expect(try compile(other.text).findings.map(\.code) == ["A390"])
    try check("simulation s: S\n  instrument: small\n  form: 1️⃣shrt\n  seed: 1\n" + rest, "A389")
  }

  @Test func wantsEachBlockOnce() throws {
    try check(
      Self.top + Self.people + Self.profile + "scores\n  correlation: 0.1\n"
        + "1️⃣scores\n  correlation: 0.2\n", "A380")
  }

  // MARK: People

  @Test func wantsPeople() throws {
    try check(
      "simulation 1️⃣s: S\n  instrument: small\n  seed: 1\n" + Self.profile, "A383")
    let top = Self.top + Self.profile
    try check(top + "people p: P\n  role: person\n  count: 1️⃣0\n", "A383")
    try check(top + "people p: P\n  role: person\n  count: 1️⃣100001\n", "A383")
    try check(top + "people 1️⃣p: P\n  role: person\n", "A383")
    try check(top + Self.people + "people 1️⃣some: S\n  role: person\n  count: 1\n", "A384")
  }

  @Test func wantsARoleThatThereIs() throws {
    let top = Self.top + Self.profile
    try check(top + "people 1️⃣p: P\n  count: 1\n", "A391")
    try check(top + "people p: P\n  count: 1\n  role: 1️⃣wroker\n", "A389")
  }

  @Test func suggestsTheNearestName() throws {
    let findings = try compile(
      Self.top + Self.profile + "people p: P\n  count: 1\n  role: wroker\n"
    ).findings
    #expect(findings.first?.fixes.first?.title == "did you mean \"worker\"?")
  }

  // MARK: Names

  @Test(arguments: [
    "items\n  loading of 1️⃣a9: 0.5\n", "scores\n  correlation of a, 1️⃣c: 0.5\n",
    "factor f: F\n  loads: 1️⃣c 0.5, a 0.5\n", "missing\n  skipped 1️⃣part_c: 5%\n",
    "missing\n  skipped a1 to 1️⃣a7: 5%\n", "missing\n  not chosen 1️⃣part_a: 5%\n",
    "items\n  answers kind: 1️⃣green 50%, red 50%\n", "sites 1️⃣who: W\n  count: 2\n",
    "sites 1️⃣plce: W\n  count: 2\n", "faults\n  already reversed: 1️⃣a9\n",
    "faults\n  copy of a1: 1️⃣a8\n", "sincere\n  share: 2%\n  answer: 1️⃣7\n",
  ])
  func wantsNamesOfTheInstrument(block: String) throws {
    try check(Self.top + Self.people + Self.profile + block, "A389")
  }

  @Test func wantsShiftsOfScores() throws {
    try check(Self.top + Self.profile + Self.people + "  shift: 1️⃣kind 0.5\n", "A389")
  }

  // MARK: Numbers

  @Test(arguments: [
    "items\n  loading: 1️⃣1.2\n", "items\n  loading of a1: 1️⃣-1\n", "scores\n  correlation: 1️⃣1\n",
    "scores\n  correlation of a, b: 1️⃣1.5\n", "factor f: F\n  loads: a 1️⃣1.2\n",
    "sites place: P\n  count: 2\n  correlation: 1️⃣-0.1\n",
    "retest r: R\n  count: 2\n  stability: 1️⃣1\n",
  ])
  func wantsStrengthsThatCanBe(block: String) throws {
    let codes = try compile(MarkedText(Self.top + Self.people + Self.profile + block).text)
      .findings.map(\.code)
    // A correlation beyond its bounds also leaves no people who could have it.
    #expect(codes.first == "A385" || codes.last == "A385", "\(codes)")
    #expect(Set(codes).isSubset(of: ["A385", "A393"]))
  }

  @Test func wantsCorrelationsThatCanBeTogether() throws {
    try check(
      Self.top + Self.people + Self.profile + "1️⃣scores\n  correlation of a, b: 0.95\n", "A393")
    try check(
      Self.top + Self.profile + "1️⃣" + Self.people + "  correlation of a, b: 0.95\n",
      "A393")
  }

  @Test func wantsSomethingLeftToChance() throws {
    try check(
      Self.top + Self.people + Self.profile
        + "items\n  reversed loading: 1️⃣0.9\n  method loading: 0.6\n", "A396")
  }

  @Test(arguments: [
    "missing\n  skipped: 1️⃣4\n", "stopping\n  share: 1️⃣-1%\n", "careless\n  share: 1️⃣101%\n",
    "careless\n  share: 4%\n  straight lines: 1️⃣2\n", "sincere\n  share: 1️⃣1.5\n",
    "1️⃣stopping\n  after: 5%\n",
  ])
  func wantsShares(block: String) throws {
    try check(Self.top + Self.people + Self.profile + block, "A386")
  }

  @Test func suggestsPercent() throws {
    let findings = try compile(Self.top + Self.people + Self.profile + "missing\n  skipped: 4\n")
      .findings
    #expect(findings.first?.fixes.first?.title == "did you mean 4%?")
  }

  @Test(arguments: ["red 50%, blue 40%", "red 50%, blue", "red, blue", "red 100%, blue 1%"])
  func wantsSharesThatMakeAWhole(shares: String) throws {
    try check(Self.top + Self.people + Self.profile + "items\n  answers kind: 1️⃣\(shares)\n", "A387")
  }

  @Test func wantsReasonsThatAreNotMoreThanEverybody() throws {
    try check(
      Self.top + Self.people + Self.profile
        + "missing\n  skipped a1: 60%\n  prefer not to say a1: 1️⃣50%\n", "A399")
  }

  // MARK: Answers

  @Test func wantsCutsInOrder() throws {
    let top = Self.top + Self.people
    try check(top + "profile p: P\n  cut at: 1️⃣0, -1, 1\n  for: a, b\n", "A388")
    try check(top + "profile p: P\n  cut at: 1️⃣0, 0, 1\n  for: a, b\n", "A388")
    let missing = try compile(top + "profile p: P\n  for: a, b\n").findings.map(\.code)
    #expect(missing.contains("A388"))
  }

  @Test func wantsAsManyCutsAsAnswersLessOne() throws {
    let findings = try compile(
      Self.top + Self.people + "profile p: P\n  cut at: -1, 1\n  for: a, b\n"
    ).findings
    #expect(Set(findings.map(\.code)) == ["A395"])
    #expect(findings.first?.title == "\"a1\" has 4 answers, and there are 2 cuts")
  }

  @Test func wantsAProfileForEveryScore() throws {
    let top = "simulation 1️⃣s: S\n  instrument: small\n  seed: 1\n" + Self.people
    for (profile, lacking) in [
      ("profile p: P\n  cut at: -1, 0, 1\n  for: a\n", "b"),
      ("profile p: P\n  cut at: -1, 0, 1\n  for: a, b1\n", "b2"), ("", "a, b"),
    ] {
      try check(top + profile, "A394")
      let findings = try compile(MarkedText(top + profile).text).findings
      #expect(findings.first?.title == "No profile is for \(lacking)")
    }
  }

  @Test(arguments: ["words: red", "a1: 1"])
  func makesUpChoicesAlone(answers: String) throws {
    let parts = answers.split(separator: ":")
    try check(
      Self.top + Self.people + Self.profile
        + "items\n  answers \(parts[0]): 1️⃣\(parts[1].dropFirst())\n",
      "A397")
  }

  @Test func givesOnlyReasonsThatAreOffered() throws {
    try check(
      Self.top + Self.people + Self.profile + "missing\n  prefer not to say 1️⃣kind: 5%\n", "A398")
    try check(
      Self.top + Self.people + Self.profile + "missing\n  not sure: 1️⃣5%\n", "A398")
  }

  @Test func wantsToKnowHowManySites() throws {
    try check(Self.top + Self.people + Self.profile + "sites 1️⃣place: P\n", "A392")
    try check(Self.top + Self.people + Self.profile + "sites place: P\n  count: 1️⃣0\n", "A392")
  }

  @Test func wantsToKnowWhoIsAskedAgain() throws {
    try check(Self.top + Self.people + Self.profile + "retest 1️⃣r: R\n  count: 2\n", "A400")
  }

  // MARK: Beside the other kinds of file

  @Test func knowsADesignByItsNameOrItsFirstWord() {
    #expect(FileKind(of: SourceText(name: "a.design", content: "")) == .design)
    #expect(
      FileKind(of: SourceText(name: "a", content: "# a note\nsimulation s: S\n")) == .design)
    #expect(FileKind(of: SourceText(name: "a", content: "study s: S\n")) == .study)
    #expect(FileKind(of: SourceText(name: "a", content: "instrument s: S\n")) == .instrument)
  }

  @Test func keepsItsWordsOutOfInstruments() {
    let findings = Compilation(of: SourceText(name: "a", content: "people p: P\n")).findings
    #expect(findings.map(\.code) == ["A110"])
  }

  @Test func laysOutADesign() throws {
    let formatting = Formatting(
      of: SourceText(
        name: "s.design",
        content:
          "simulation s:   S\nseed: 1\n  instrument:  small\nmissing\n skipped   a1,a2:  4 %\n"))
    #expect(
      formatting.text == """
        simulation s: S
          instrument: small
          seed: 1

        missing
          skipped a1,a2: 4 %

        """)
  }
}
