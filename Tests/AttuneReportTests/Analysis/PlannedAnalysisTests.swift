import AttuneDiagnostics
import AttuneInstrument
import AttuneLanguage
import AttuneReport
import AttuneTestSupport
import Foundation
import Testing

@Suite struct PlannedAnalysisTests {
  private let high = [5, 4, 5, 4, 3, 5, 4, 5, 4, 5, 3, 4]
  private let low = [2, 1, 3, 2, 1, 2, 3, 2, 1, 2, 3, 1]
  private let mixed = [3, 4, 2, 5, 1, 3, 4, 2, 3, 4, 2, 3]

  private func test(
    _ plan: Plan, north: [Int], south: [Int]
  ) throws -> PlannedAnalysis.Test {
    let analysis = PlannedAnalysis(of: SampleStudy.sample([plan], north: north, south: south))
    return try #require(analysis.answers.first?.tests.first)
  }

  private func comparison(_ expectation: Plan.Expectation?, _ test: PlannedTest = .welch) -> Plan {
    SampleStudy.plan("p", .compare(scores: ["x"], by: "team")) {
      $0.expectation = expectation
      $0.test = test
    }
  }

  @Test func saysWhetherTheDirectionIsAsPredicted() throws {
    #expect(
      try test(comparison(.higher(level: "north")), north: high, south: low).isAsPredicted == true)
    #expect(
      try test(comparison(.higher(level: "south")), north: high, south: low).isAsPredicted == false)
    #expect(try test(comparison(.noDirection), north: high, south: low).isAsPredicted == nil)
  }

  @Test func tellsWhatMattersFromWhatCouldNotBeTold() throws {
    #expect(try test(comparison(nil), north: high, south: low).conclusion == .matters)
    let unclear = try test(comparison(nil), north: mixed, south: mixed)
    #expect(unclear.conclusion == .couldNotTell)
    #expect(
      unclear.after.contains {
        $0.hasPrefix("We could not tell") && $0.hasSuffix("That is not to say that there is none.")
      })
  }

  @Test func keepsSamenessApart() throws {
    let one = (0..<60).map { 3 + $0 % 2 }
    let same = try test(comparison(.noDifference, .equivalence), north: one, south: one)
    #expect(same.conclusion == .same)
    let few = try test(comparison(.noDifference, .equivalence), north: mixed, south: mixed)
    #expect(few.conclusion == .samenessNotShown)
    #expect(few.after.contains { $0.contains("not to say that they differ") })
  }

  @Test func describesGroupsThatAreTooSmall() throws {
    let found = try test(comparison(nil), north: high, south: Array(low.prefix(9)))
    #expect(found.conclusion == .describedOnly)
    #expect(found.result.groups.map(\.n) == [12, 9])
    #expect(found.after[1].contains("needs 10 people with a score, and south has 9"))
  }

  // R 4.2.2: fisher.test(matrix(c(5, 0, 7, 12), 2)): p = .03727; prop difference 5/12.
  @Test func testsHowManyGaveAnAnswer() throws {
    let plan = SampleStudy.plan("p", .compare(scores: ["a", "c"], by: "team")) {
      $0.test = .fisher
      $0.counting = 5
      $0.expectation = .higher(level: "north")
    }
    let analysis = PlannedAnalysis(of: SampleStudy.sample([plan], north: high, south: low))
    let test = try #require(analysis.answers[0].tests.first)
    let figures = try test.result.figures.get()
    #expect(abs(figures.pValue - 0.0372670807) < 1e-9)
    #expect(abs(figures.estimate - 5.0 / 12) < 1e-12)
    #expect(figures.interval?.contains(5.0 / 12) == true)
    #expect(test.isAsPredicted == true)
    // The difference that matters is of scores, and says nothing of proportions.
    #expect(!analysis.answers[0].before.contains { $0.contains("smallest difference") })
    #expect(test.result.method == "Fisher's exact test")
    #expect(test.after.contains { $0.hasPrefix("difference of proportions 0.42") })
  }

  /// Without an answer to count every answer is one: no difference, but a strength.
  @Test func testsAnswersWithoutOneToCount() throws {
    let plan = SampleStudy.plan("p", .compare(scores: ["a"], by: "team")) { $0.test = .fisher }
    let analysis = PlannedAnalysis(of: SampleStudy.sample([plan], north: high, south: low))
    let figures = try #require(analysis.answers[0].tests.first).result.figures.get()
    #expect(figures.name == "Cramér's V" && figures.pValue < 0.001)
    // Nobody says 5: the answer is the same for everyone, and that is why.
    let same = SampleStudy.plan("p", .compare(scores: ["a"], by: "team")) {
      $0.test = .fisher
      $0.counting = 5
    }
    let none = PlannedAnalysis(of: SampleStudy.sample([same], north: low, south: low))
    let test = try #require(none.answers[0].tests.first)
    #expect(test.conclusion == .notAvailable)
    #expect(test.after.contains { $0.contains("'a' is the same for everyone") })
  }

  /// Holm by hand: three tests, one of which cannot be made and counts all the same.
  @Test func correctsWithinTheFamily() throws {
    let plans = [
      SampleStudy.plan("p", .compare(scores: ["x", "c"], by: "team")),
      // No test of groups: it cannot be made.
      SampleStudy.plan("q", .compare(scores: ["a"], by: "team")) { $0.test = .spearman },
      SampleStudy.plan("r", .compare(scores: ["c"], by: "team"), .secondary),
      SampleStudy.plan("s", .compare(scores: ["x"], by: "team"), .exploratory),
    ]
    let analysis = PlannedAnalysis(of: SampleStudy.sample(plans, north: high, south: low))
    let tests = analysis.answers(of: .primary).flatMap(\.tests)
    #expect(tests.map(\.familySize) == [3, 3, 3])
    let p = try tests.prefix(2).map { try $0.result.figures.get().pValue }
    let (small, large) = (p.min() ?? 0, p.max() ?? 0)
    let expected = [min(1, 3 * small), max(min(1, 3 * small), min(1, 2 * large))]
    #expect(tests.prefix(2).compactMap(\.adjustedP).sorted() == expected.sorted())
    #expect(tests[2].adjustedP == nil)
    let secondary = try #require(analysis.answers(of: .secondary).first?.tests.first)
    #expect(try secondary.adjustedP == secondary.result.figures.get().pValue)
    let exploratory = try #require(analysis.answers(of: .exploratory).first?.tests.first)
    #expect(exploratory.conclusion == .noClaim)
    #expect(analysis.correctionLine(of: .primary)?.contains("1 could not be made") == true)
  }

  @Test func saysThePredictionBeforeTheResult() throws {
    let plan = comparison(.higher(level: "north"))
    let text = PlannedAnalysis(of: SampleStudy.sample([plan], north: high, south: low))
      .text(width: 80)
    let prediction = try #require(text.range(of: "Predicted: north higher."))
    let result = try #require(text.range(of: "In the predicted direction: yes."))
    #expect(prediction.upperBound < result.lowerBound)
  }

  @Test func saysWhatTheLockSays() throws {
    func standing(_ standing: PlanStanding) throws -> String {
      let analysis = PlannedAnalysis(
        of: SampleStudy.sample([comparison(nil)], north: high, south: low, standing: standing))
      return try #require(analysis.answers.first).standing
    }
    #expect(try standing(PlanStanding()).hasPrefix("The plans are not frozen"))
    #expect(
      try standing(
        PlanStanding(frozenOn: "2026-01-01", begunOn: "2026-02-01", unchanged: ["p"]))
        == "As frozen on 2026-01-01, before the first answer (2026-02-01).")
    #expect(
      try standing(PlanStanding(frozenOn: "2026-03-01", begunOn: "2026-02-01", unchanged: ["p"]))
        == "Frozen on 2026-03-01, after answers began on 2026-02-01.")
    #expect(
      try standing(PlanStanding(frozenOn: "2026-01-01", begunOn: "2026-02-01", changed: ["p"]))
        .hasPrefix("Changed after answers began"))
    #expect(
      try standing(PlanStanding(frozenOn: "2026-01-01", begunOn: "2026-02-01"))
        .hasPrefix("Added after the freeze"))
  }

  @Test func runsPlansForPairsOnPairs() throws {
    let plan = SampleStudy.plan("p", .compare(scores: ["x"], by: "team")) {
      $0.testWhenPaired = .pairedT
    }
    var sample = SampleStudy.sample([plan], north: high, south: low)
    var pairing = Grouping(name: "pair", title: "Pair", source: .facilitator)
    pairing.pairs = ["north", "south"]
    sample.instrument.groups = [pairing]
    for index in sample.submissions.indices {
      sample.submissions[index].settings["pair"] = "\(index % 12)"
    }
    let test = try #require(PlannedAnalysis(of: sample).answers.first?.tests.first)
    #expect(test.result.method == "Paired t-test")
    let figures = try test.result.figures.get()
    #expect(figures.n == 12)
    let mean = zip(high, low).reduce(0.0) { $0 + Double($1.0 - $1.1) } / 12
    #expect(abs(figures.estimate - mean) < 1e-12)
  }

  /// Every plan of the five instruments has an answer, and each answer something to say.
  @Test(arguments: ["keep", "alongside", "say", "links", "selfhelp"])
  func skipsNoPlan(name: String) throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "instruments/\(name).instrument")
    let text = SourceText(
      name: name, content: try String(contentsOf: path, encoding: .utf8))
    let instrument = try #require(Compilation(of: text).instrument)
    let nobody = StudySample(
      of: instrument, [Submission(answers: [:])], standing: PlanStanding())
    let analysis = PlannedAnalysis(of: nobody)
    #expect(
      analysis.answers.map(\.plan.name).sorted() == instrument.plans.map(\.name).sorted())
    for answer in analysis.answers {
      #expect(!answer.tests.isEmpty || !answer.descriptions.isEmpty || answer.absence != nil)
      for test in answer.tests { #expect(test.conclusion != .couldNotTell) }
    }
    #expect(!analysis.tables.isEmpty)
  }
}
