import AttuneData
import AttuneNumerics
import AttuneStatistics
import AttuneTestSupport
import Testing

@Suite struct AlphaComparisonTests {
  typealias Member = ComparedAlphas.Member

  // Charter & Feldt (1996), doi:10.2466/pms.1996.82.3.763: F(40, 150) = 1.318, p = .242.
  @Test func agreesWithCharterAndFeldtOnTwoGroups() throws {
    let outcome = try AlphaComparison().apply(
      to: ComparedAlphas([
        Member(name: "a", alpha: 0.78, caseCount: 41, itemCount: 20),
        Member(name: "b", alpha: 0.71, caseCount: 151, itemCount: 20),
      ]))
    guard case .f(let f, 40, 150) = outcome.test else {
      Issue.record("not an F test of 40 and 150: \(outcome.test)")
      return
    }
    #expect(abs(f - 1.318) < 5e-4)
    // The article doubled a p that had been rounded to .121.
    #expect(abs(outcome.pValue - 0.242) < 1e-3)
  }

  // The same: t(25) = 1.849 for .82 and .89 of 27 people, whose scores correlate at .74.
  @Test func agreesWithCharterAndFeldtOnTheSamePeople() throws {
    let outcome = try AlphaComparison().apply(
      to: ComparedAlphas(
        [
          Member(name: "a", alpha: 0.82, caseCount: 27, itemCount: 20),
          Member(name: "b", alpha: 0.89, caseCount: 27, itemCount: 20),
        ], correlations: Self.matrix([[1], [0.74, 1]])))
    guard case .t(let t, 25) = outcome.test else {
      Issue.record("not a t test of 25: \(outcome.test)")
      return
    }
    #expect(abs(t + 1.849) < 5e-4)
  }

  struct Example: Sendable {
    let alphas: [Double]
    let items: [Int]
    let cases: [Int]
    var correlations: [[Double]]?
    let chiSquare: Double
    /// In the last place given.
    let tolerance: Double
    var pValue: Double?
  }

  // Feldt, Woodruff & Salih (1987), doi:10.1177/014662168701100107, then AlphaTest (Lautenschlager &
  // Meade 2008, doi:10.1177/0146621607312307), as they stand in the tests of cocron 1.0-1.
  static let examples = [
    Example(
      alphas: [0.784, 0.875, 0.936], items: [5, 5, 5], cases: [51, 101, 151], chiSquare: 22.926,
      tolerance: 5e-4),
    Example(
      alphas: [0.857, 0.875, 0.8, 0.833], items: [50, 40, 35, 25], cases: [100, 100, 100, 100],
      correlations: [[1], [0.8, 1], [0.6, 0.65, 1], [0.75, 0.7, 0.55, 1]], chiSquare: 10.66,
      tolerance: 5e-3, pValue: 0.014),
    Example(
      alphas: [0.9, 0.7, 0.8], items: [15, 15, 12], cases: [100, 150, 130], chiSquare: 31.3795,
      tolerance: 5e-5),
    Example(
      alphas: [0.7, 0.75, 0.7], items: [10, 10, 10], cases: [100, 120, 130], chiSquare: 1.0553,
      tolerance: 5e-5, pValue: 0.59),
    Example(
      alphas: [0.7, 0.8, 0.75, 0.77], items: [15, 15, 20, 20], cases: [100, 100, 200, 200],
      chiSquare: 4.9738, tolerance: 5e-5, pValue: 0.1737),
  ]

  @Test(arguments: examples)
  func agreesWithPublishedExamplesOfSeveral(example: Example) throws {
    let members = example.alphas.indices.map { index in
      Member(
        name: "\(index)", alpha: example.alphas[index], caseCount: example.cases[index],
        itemCount: example.items[index])
    }
    let outcome = try AlphaComparison().apply(
      to: ComparedAlphas(members, correlations: example.correlations.map(Self.matrix)))
    guard case .chiSquare(let chiSquare, let df) = outcome.test else {
      Issue.record("not a chi-square test: \(outcome.test)")
      return
    }
    #expect(df == members.count - 1)
    #expect(abs(chiSquare - example.chiSquare) < example.tolerance)
    if let pValue = example.pValue { #expect(abs(outcome.pValue - pValue) < 5e-4) }
    #expect(outcome.differences.count == members.count * (members.count - 1) / 2)
  }

  // NumPy 2.4.6: the correlations of the sums; alphas as of each scale alone.
  @Test func takesAlphasAndCorrelationsFromTheScores() throws {
    for (key, rows) in try CompositeReliabilityTests.references() {
      let alphas = try ComparedAlphas(key.scales())
      for row in rows where row["statistic"] == "correlation" {
        let place = (row["row"] ?? "").split(separator: ",").compactMap { Int($0) }
        let value = try #require(alphas.correlations)[place[0] - 1, place[1] - 1]
        #expect(deviation(value, from: try #require(Double(row["value"] ?? ""))) < 1e-10)
      }
      for row in rows where row["statistic"] == "alpha_part" {
        let member = alphas.members[try #require(Int(row["row"] ?? "")) - 1]
        #expect(deviation(member.alpha, from: try #require(Double(row["value"] ?? ""))) < 1e-10)
      }
    }
  }

  @Test func swappingGroupsTurnsTheSigns() throws {
    let members = [
      Member(name: "a", alpha: 0.78, caseCount: 41, itemCount: 6),
      Member(name: "b", alpha: 0.61, caseCount: 70, itemCount: 8),
    ]
    for correlations in [nil, Self.matrix([[1], [0.5, 1]])] {
      let one = try AlphaComparison().apply(
        to: ComparedAlphas(members, correlations: correlations))
      let other = try AlphaComparison().apply(
        to: ComparedAlphas(members.reversed(), correlations: correlations))
      #expect(one.differences[0].estimate == -other.differences[0].estimate)
      #expect(
        deviation(one.differences[0].interval.lower, from: -other.differences[0].interval.upper)
          < 1e-13)
      if correlations == nil { #expect(deviation(one.pValue, from: other.pValue) < 1e-12) }
    }
  }

  @Test func saysWhyThereIsNone() throws {
    let good = Member(name: "a", alpha: 0.78, caseCount: 41, itemCount: 6)
    let few = Member(name: "b", alpha: 0.7, caseCount: 2, itemCount: 6)
    let perfect = Member(name: "c", alpha: 1, caseCount: 20, itemCount: 6)
    let cases: [([Member], StatisticsError)] = [
      ([], .undetermined("there is only one alpha")),
      ([good], .undetermined("there is only one alpha")),
      ([good, few], .tooFew(.casesInGroup("b"), found: 2, needed: 3)),
      ([good, perfect], .undetermined("alpha of 'c' is exactly 1")),
    ]
    for (members, expected) in cases {
      #expect(throws: expected) { try AlphaComparison().apply(to: ComparedAlphas(members)) }
    }
    let same = ComparedAlphas([good, good], correlations: Self.matrix([[1], [1, 1]]))
    #expect(throws: StatisticsError.undetermined("the two scores are the same up to a constant")) {
      try AlphaComparison().apply(to: same)
    }
  }

  private static func matrix(_ lower: [[Double]]) -> SymmetricMatrix {
    SymmetricMatrix(size: lower.count) { lower[$0][$1] }
  }
}
