import AttuneData
import AttuneStatistics
import AttuneTables
import AttuneTestSupport
import Testing

@Suite struct GuttmanLambdasTests {
  // R 4.2.2: Guttman (1945) written out, on covariances, 13 scales.
  @Test func agreesWithR() throws {
    var agreement = Agreement()
    for (key, rows) in try GoldenData.scales("halves") {
      let outcome = try GuttmanLambdas().apply(to: key.items())
      for row in rows {
        let value: Double? =
          switch row["statistic"] {
          case "guttman_raw_lambda1": outcome.lambda1
          case "guttman_raw_lambda2": outcome.lambda2
          case "guttman_raw_lambda3": outcome.lambda3
          case "guttman_raw_lambda4_firstsecond": outcome.lambda4
          case "guttman_raw_lambda4_max": outcome.bestLambda4
          case "guttman_raw_lambda5": outcome.lambda5
          case "guttman_raw_lambda6": outcome.lambda6.value
          default: nil
          }
        guard let value else { continue }
        agreement.compare(value, with: try #require(Double(row["value"] ?? "")), at: "\(row)")
      }
    }
    #expect(agreement.count == 7 * 13)
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record(
      "Guttman's lambda coefficients", against: "R 4.2.2, formulas written out", agreement)
  }

  @Test func neverFallsBelowAlphaInLambda2() throws {
    for (key, _) in try GoldenData.scales("halves") {
      let items = try key.items()
      let outcome = try GuttmanLambdas().apply(to: items)
      #expect(outcome.lambda2 >= outcome.lambda3)
      #expect(outcome.bestLambda4 >= outcome.lambda4)
      #expect(
        deviation(outcome.lambda3, from: try CronbachAlpha().apply(to: items).estimate) < 1e-14)
    }
  }

  @Test func saysWhyThereIsNoLambda6WhereAnItemFollowsFromOthers() throws {
    let columns: [[Double?]] = [[1, 2, 4, 3], [2, 1, 5, 2], [3, 3, 9, 5]]
    let outcome = try GuttmanLambdas().apply(to: Self.items(columns))
    #expect(outcome.lambda6 == .unavailable("one item follows exactly from the others"))
    #expect(outcome.lambda2.isFinite)
  }

  @Test func doesNotDependOnConstants() throws {
    let columns: [[Double?]] = [[1, 2, 4, 3, 2], [2, 1, 5, 2, 2], [3, 3, 8, 5, 1]]
    let plain = try GuttmanLambdas().apply(to: Self.items(columns))
    let shifted = try GuttmanLambdas().apply(
      to: Self.items(columns.map { $0.map { $0.map { $0 + 1e9 } } }))
    #expect(deviation(shifted.lambda2, from: plain.lambda2) < 1e-13)
    #expect(
      deviation(
        try #require(shifted.lambda6.value), from: try #require(plain.lambda6.value)) < 1e-11)
  }

  @Test(arguments: ReliabilityData.withoutResult)
  func saysWhyThereAreNone(columns: [[Double?]], expected: StatisticsError) throws {
    let items = try ReliabilityData.scores(columns).complete(.listwise)
    #expect(throws: expected) { try GuttmanLambdas().apply(to: items) }
  }

  @Test func namesTheSplits() throws {
    let table = try GuttmanLambdas().apply(
      to: Self.items([[1, 2, 4, 3], [2, 1, 5, 2], [3, 3, 8, 5]])
    ).tables[0]
    #expect(
      table.notes == [
        """
        4 cases, all used. On covariances. lambda3 is Cronbach's alpha; lambda4 is of i1, i2 | i3; \
        lambda4_best is the highest of all 3 splits.
        """
      ])
  }

  private static func items(_ columns: [[Double?]]) throws -> CompleteItems {
    try ReliabilityData.scores(columns).complete(.forbid)
  }
}
