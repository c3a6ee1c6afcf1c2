import AttuneDiagnostics
import AttuneInstrument

/// The questions that a plan may ask.
extension Reader {
  mutating func expectReliability() -> PlanQuestionSyntax? {
    let scores = maybe("all") ? [] : expectNames(.score)
    guard let by = parseBy() else { return nil }
    return .reliability(scores: scores, by: by.group)
  }

  mutating func expectComparison() -> PlanQuestionSyntax? {
    let scores = expectNames(.score)
    guard maybe("by") else {
      report(.expected("\"by\" and a group", at: place))
      return nil
    }
    return expectName("a group", .group).map { .compare(scores: scores, by: $0) }
  }

  mutating func expectWithinPerson() -> PlanQuestionSyntax? {
    .compareWithinPerson(scores: expectNames(.score))
  }

  mutating func expectCorrelation() -> PlanQuestionSyntax? {
    guard let score = expectName("a score", .score) else { return nil }
    guard maybe("with") else {
      report(.expected("\"with\" and another score", at: place))
      return nil
    }
    return .correlate(score: score, with: expectNames(.score))
  }

  mutating func expectDescription() -> PlanQuestionSyntax? {
    let scores = expectNames(.score)
    guard let by = parseBy() else { return nil }
    return .describe(scores: scores, by: by.group)
  }

  mutating func expectRanking() -> PlanQuestionSyntax? {
    let scores = expectNames(.score)
    guard let by = parseBy() else { return nil }
    return .rank(scores: scores, by: by.group)
  }

  /// `by group`, or nothing; `nil` where a name is missing after "by".
  private mutating func parseBy() -> (group: Name?, Void)? {
    guard maybe("by") else { return (nil, ()) }
    return expectName("a group", .group).map { ($0, ()) }
  }
}

/// The values of a plan's other details.
extension Reader {
  mutating func expectTest() -> Written<PlannedTest>? {
    let range = text
    if maybe("one sample above") {
      guard let bound = expectNumber(), expectEnd() else { return nil }
      return Written(.oneSample(above: bound.value), at: range)
    }
    return expectOne(of: PlannedTest.written, or: ["one sample above ..."])
  }

  mutating func expectExpectation() -> Written<ExpectationSyntax>? {
    let range = text
    var ahead = self
    if let level = ahead.parseName(.level), ahead.maybe("higher"), ahead.isAtEnd {
      self = ahead
      return Written(.higher(level), at: range)
    }
    ahead.expected.forEach { expect($0) }
    return expectOne(of: ExpectationSyntax.written, or: ["... higher"])
  }

  /// `0.40 points`, `0.5 SD`.
  mutating func expectSmallest() -> Written<SmallestDifference>? {
    let range = text
    guard let amount = expectNumber() else { return nil }
    guard amount.value > 0 else {
      report(.expected("a number above 0", at: amount.range))
      return nil
    }
    return expectOne(of: [("points", .points), ("SD", .standardDeviations)])
      .map { Written(SmallestDifference(amount.value, $0.value), at: range) }
  }

  /// The share of false alarms that the authors accept: above 0, below 1.
  mutating func expectRate() -> Written<Double>? {
    guard let rate = expectNumber(), expectEnd() else { return nil }
    guard rate.value > 0, rate.value < 1 else {
      report(.expected("a number between 0 and 1, such as 0.05", at: rate.range))
      return nil
    }
    return rate
  }

  /// A whole number that is not below 0.
  mutating func expectCount() -> Written<Int>? {
    guard let count = expectWholeNumber(), expectEnd() else { return nil }
    guard count.value >= 0 else {
      report(.expected("a whole number from 0 up", at: count.range))
      return nil
    }
    return count
  }

  mutating func expectSensitivity() -> Written<[AnalysisDefaults.Sensitivity]>? {
    let range = text
    var checks: [AnalysisDefaults.Sensitivity] = []
    for part in splitAtCommas() {
      var reader = Reader(source, part, isWatching: isWatching && part.upper == text.upper)
      let check = reader.expectOne(
        of: AnalysisDefaults.Sensitivity.allCases.map { ($0.rawValue, $0) })
      absorb(reader)
      guard let check else { return nil }
      checks.append(check.value)
    }
    return Written(checks, at: range)
  }
}

extension PlannedTest {
  /// The tests that are named by words alone.
  static let written: [(name: String, value: PlannedTest)] = [
    ("Welch", .welch), ("Student", .student), ("Mann-Whitney", .mannWhitney),
    ("permutation", .permutation), ("equivalence", .equivalence), ("Welch ANOVA", .welchANOVA),
    ("Kruskal-Wallis", .kruskalWallis), ("Friedman", .friedman), ("Fisher", .fisher),
    ("Spearman", .spearman), ("Pearson", .pearson), ("paired t", .pairedT),
    ("Wilcoxon", .wilcoxon),
  ]
}

extension ExpectationSyntax {
  /// The expectations that are said by words alone.
  static let written: [(name: String, value: ExpectationSyntax)] = [
    ("no direction", .noDirection), ("no difference", .noDifference), ("positive", .positive),
    ("negative", .negative),
  ]
}
