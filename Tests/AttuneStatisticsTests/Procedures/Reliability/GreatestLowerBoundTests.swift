import AttuneData
import AttuneStatistics
import AttuneTables
import AttuneTestSupport
import Testing

@Suite struct GreatestLowerBoundTests {
  // Clarabel through cvxpy 1.9.3, an interior-point solver: 7 scales.
  @Test func agreesWithAnotherSolver() throws {
    var agreement = Agreement()
    var errors = Agreement()
    for (key, rows) in try GoldenData.scales("greatest_lower_bound") {
      let outcome = try GreatestLowerBound().apply(to: key.items())
      for row in rows {
        let expected = try #require(Double(row["value"] ?? ""))
        if row["statistic"] == "glb" {
          agreement.compare(outcome.estimate, with: expected, at: "\(row)")
        } else {
          let item = try #require(outcome.items.first { $0.name == row["row"] })
          errors.compare(item.errorVariance, with: expected, at: "\(row)")
        }
      }
    }
    #expect(agreement.count == 7)
    // Clarabel was asked for 1e-10.
    #expect(agreement.largest < 1e-9, "\(agreement)")
    try Verification.record(
      "Greatest lower bound", against: "Clarabel through cvxpy 1.9.3", agreement)
    // The sum is flat around the best point, so that the variances themselves are less sharp.
    #expect(errors.largest < 1e-4, "\(errors)")
  }

  @Test func isAtLeastEveryLambda() throws {
    for key in try GoldenData.scales("greatest_lower_bound").keys {
      let items = try key.items()
      let bound = try GreatestLowerBound().apply(to: items).estimate
      let lambdas = try GuttmanLambdas().apply(to: items)
      let others = [
        lambdas.lambda1, lambdas.lambda2, lambdas.lambda3, lambdas.lambda4, lambdas.bestLambda4,
        lambdas.lambda5, lambdas.lambda6.value ?? 0,
      ]
      for lambda in others { #expect(bound > lambda - 1e-10, "\(key)") }
    }
  }

  @Test func warnsThatItIsTooHighInSmallSamples() throws {
    let outcome = try GreatestLowerBound().apply(
      to: GoldenData.scores(["A1", "A3", "A6"], of: "likert_clean").complete(.listwise))
    #expect(outcome.cautions.map(\.id) == ["optimistic-bound"])
    #expect(outcome.tables.map(\.id) == ["greatest-lower-bound"])
  }

  @Test(arguments: ReliabilityData.withoutResult)
  func saysWhyThereIsNone(columns: [[Double?]], expected: StatisticsError) throws {
    let items = try ReliabilityData.scores(columns).complete(.listwise)
    #expect(throws: expected) { try GreatestLowerBound().apply(to: items) }
  }

  @Test(
    arguments: [[[1, 2, 4], [2, 1, 5], [1, 2, 4]], [[1, 2], [2, 4], [1, 5]]] as [[[Double?]]])
  func saysWhenOneItemFollowsFromOthers(columns: [[Double?]]) throws {
    let items = try ReliabilityData.scores(columns).complete(.listwise)
    #expect(throws: StatisticsError.undetermined("one item follows exactly from the others")) {
      try GreatestLowerBound().apply(to: items)
    }
  }

  @Test func doesNotDependOnConstantsOrUnit() throws {
    let columns = try ["A1", "A3", "A4", "A6"].map {
      Array(try GoldenData.column($0, of: "likert_clean").prefix(80))
    }
    let plain = try Self.bound(columns)
    for factor in [0.001, 1e6] {
      let other = columns.map { $0.map { $0.map { $0 * factor + 1e9 * factor } } }
      #expect(deviation(try Self.bound(other), from: plain) < 1e-8)
    }
  }

  private static func bound(_ columns: [[Double?]]) throws -> Double {
    try GreatestLowerBound().apply(to: ReliabilityData.scores(columns).complete(.forbid)).estimate
  }
}
