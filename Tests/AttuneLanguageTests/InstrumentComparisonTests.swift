import AttuneDiagnostics
import AttuneInstrument
import AttuneLanguage
import Testing

/// Changes to a text, and what they mean for the data.
@Suite struct InstrumentComparisonTests {
  private func compile(_ content: String) -> Instrument? {
    Compilation(of: SourceText(name: "i.instrument", content: content)).instrument
  }

  private func comparison(from old: String, to new: String) throws -> InstrumentComparison {
    let old = try #require(compile(old))
    let new = try #require(compile(new))
    return InstrumentComparison(from: old, to: new)
  }

  private func changes(
    _ edits: KeyValuePairs<String, String>, to source: String = InstrumentLockTests.source
  ) throws -> [String] {
    var changed = source
    for (old, new) in edits {
      #expect(changed.contains(old))
      changed = changed.replacing(old, with: new)
    }
    return try comparison(from: source, to: changed).changes.map { "\($0.effect): \($0.sentence)" }
  }

  @Test func sameMeaningIsNoChange() throws {
    for name in Instrument.delivered {
      let instrument = try Instrument.delivered(name)
      #expect(InstrumentComparison(from: instrument, to: instrument).changes == [])
    }
    #expect(try changes(["family: primary": "# a comment\nfamily:   primary"]) == [])
  }

  /// Whatever line of the whole language changes: something is said, in words of its own, if and
  /// only if the meaning changed.
  @Test func saysSomethingOfEveryLine() throws {
    let whole = try #require(compile(LoweringTests.whole))
    let lines = LoweringTests.whole.split(separator: "\n").map(String.init)
    var compared = 0
    for index in lines.indices {
      // Words take more words, names and numbers a digit, and what takes neither can go.
      for change in [lines[index] + " more", lines[index] + "2", ""] {
        var other = lines
        other[index] = change
        guard let instrument = compile(other.joined(separator: "\n")) else { continue }
        compared += 1
        let comparison = InstrumentComparison(from: whole, to: instrument)
        #expect(comparison.changes.isEmpty == (whole == instrument), "\(lines[index]) -> \(change)")
        #expect(!comparison.changes.contains { $0.sentence.contains("no words for") }, "\(change)")
        break
      }
    }
    #expect(compared > 120)
  }

  @Test func groupsByWhatHappensToTheData() throws {
    #expect(
      try changes([
        "My worker listens to me.": "My worker listens to us.", "2 = Neither": "2 = Always",
        "uses reversed: rushed": "uses: rushed", "test: Kruskal-Wallis": "test: Welch ANOVA",
        "I want to take part.": "I would like to take part.", "version: 0.3.0": "version: 0.4.0",
      ]) == [
        "cannotBePooled: code 2 in \"agreement\" now means \"Always\"; it meant \"Neither\"",
        "mayNotBeComparable: wording of \"heard\" changed",
        "scoresChange: \"rushed\" is no longer reversed in \"met\"",
        "plansChange: test of plan \"teams\" changed",
        "peopleAreTold: wording of the agreement \"taking_part\" changed; nobody has agreed to the "
          + "new one yet",
        "nothing: version changed",
      ])
  }

  @Test func showsBothWordings() throws {
    let change = try comparison(
      from: Example.prelude,
      to: Example.prelude.replacing("listens to me", with: "hears me")
    ).changes.first
    #expect(change?.subject == "heard")
    #expect(change?.was == "My worker listens to me.")
    #expect(change?.now == "My worker hears me.")
  }

  /// As `v2a` in cmu-delphi/covidcast-indicators, pull request 1521.
  @Test func findsANameThatIsReused() throws {
    #expect(
      try changes(["item heard: My worker listens to me.": "item heard: Buses run late."])
        == [
          "cannotBePooled: \"heard\" looks reused for another question: hardly a word is the same"
        ])
    #expect(
      try changes([
        "item heard: My worker listens to me.": "item heard: My worker talks to me.",
        "item more:": "item listens: My worker listens to me.\nitem more:",
      ]) == [
        "cannotBePooled: \"heard\" is reused for another question",
        "mayNotBeComparable: \"heard\" looks renamed to \"listens\": the words are the same; the "
          + "answers stand under two names",
        "mayNotBeComparable: \"listens\" now comes after \"known\"",
        "scoresChange: \"listens\" no longer counts in \"met\"",
        "scoresChange: \"heard\" now counts in \"met\"",
      ])
    #expect(
      try changes([
        "heard: My worker listens to me.": "heard: My worker knows me!",
        "known: My worker knows me.": "known: My worker listens to me!",
      ]) == [
        "cannotBePooled: \"heard\" is reused for another question",
        "cannotBePooled: \"known\" is reused for another question",
      ])
  }

  @Test func followsANameThroughScoresAndPlans() throws {
    #expect(
      try changes([
        "item heard:": "item listened:", "uses: heard, known": "uses: listened, known",
        "item side:": "item place:", "set by: item side": "set by: item place",
      ]) == [
        "mayNotBeComparable: \"heard\" looks renamed to \"listened\": the words are the same; the "
          + "answers stand under two names",
        "mayNotBeComparable: \"side\" looks renamed to \"place\": the words are the same; the "
          + "answers stand under two names",
      ])
  }

  /// Every place of the language where an item may be named, under its old name and its new.
  @Test func followsANameWhereverItStands() throws {
    let source =
      InstrumentLockTests.source + """
        section late: Later
          show when: meetings is at least 1 and not (heard is answered)
          content note: Some of this is hard.
          content note for: met_late
          order: shuffled
          keep in place: met_late
        item met_late: Did anybody come later?
          show when: heard is at most 2 or meetings is more than 3
        group often: Often
          much = Much
          much when: meetings is more than 3
          little = Little
          little when: meetings is at most 3
        form short: Short
          uses: heard, meetings, met_late
        plan frequent: Do people who met often feel more met?
          compare: met, heard by often
          only when: meetings is answered
          test: Welch

        """
    let renamed = source.replacing("meetings", with: "visits").replacing("heard", with: "listened")
      .replacing("met_late", with: "came_late")
    let found = try comparison(from: source, to: renamed).changes
    #expect(
      found.map(\.sentence).filter { !$0.contains("looks renamed") } == [], "\(found)")
    #expect(found.count == 3)
  }

  @Test func doesNotGuessBetweenTwoOfTheSameWords() throws {
    let twice = Example.prelude + "item again: My worker knows me.\n"
    #expect(
      try changes(["item again:": "item third:"], to: twice) == [
        "mayNotBeComparable: question \"again\" is gone",
        "mayNotBeComparable: question \"third\" is new",
      ])
  }

  @Test func seesTheOrder() throws {
    let moved: KeyValuePairs =
      [
        "item rushed: We meet in haste.\n": "",
        "item known: My worker knows me.\n":
          "item known: My worker knows me.\nitem rushed: We meet in haste.\n",
      ]
    #expect(
      try changes(moved) == [
        "mayNotBeComparable: \"rushed\" now comes after \"known\"",
        "nothing: what \"met\" uses stands in another order",
      ])
    #expect(
      try changes(["item rushed:": "section haste: Haste\nitem rushed:"]) == [
        "mayNotBeComparable: part \"haste\" is new",
        "mayNotBeComparable: \"rushed\" moved from part \"listening\" to part \"haste\"",
        "mayNotBeComparable: \"known\" moved from part \"listening\" to part \"haste\"",
        "mayNotBeComparable: \"more\" moved from part \"listening\" to part \"haste\"",
      ])
  }

  @Test func putsConditionsIntoWords() throws {
    let condition =
      "side is one of north, east and (meetings is at least 2 or not (side is answered))"
    let routed = Example.prelude.replacing(
      "item heard: My", with: "item heard\n  show when: \(condition)\n  ask: My")
    let change = try #require(try comparison(from: Example.prelude, to: routed).changes.first)
    #expect(change.sentence == "condition for \"heard\" is new")
    #expect(change.now == condition)
  }

  @Test func saysThatTimesAreAMatterOfConsent() throws {
    let timed = Example.prelude.replacing(
      "answer: agreement", with: "answer: agreement\n  times kept: to the minute")
    let comparison = try comparison(from: Example.prelude, to: timed)
    #expect(comparison.changes.map(\.effect) == [.peopleAreTold])
    #expect(comparison.changes.first?.now == "to the minute")
  }
}
