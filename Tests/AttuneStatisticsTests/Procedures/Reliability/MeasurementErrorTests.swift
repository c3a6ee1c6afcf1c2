import AttuneData
import AttuneStatistics
import AttuneTables
import AttuneTestSupport
import Testing

@Suite struct MeasurementErrorTests {
  // R 4.2.2: sd of the total times sqrt(1 - alpha), 13 scales.
  @Test func agreesWithR() throws {
    var agreement = Agreement()
    for (key, rows) in try GoldenData.scales("halves") {
      let outcome = try MeasurementError().apply(to: key.items())
      for row in rows {
        let value: Double? =
          switch row["statistic"] {
          case "sem_total": outcome.standardError
          case "total_mean": outcome.mean
          case "total_var": outcome.standardDeviation * outcome.standardDeviation
          default: nil
          }
        guard let value else { continue }
        agreement.compare(value, with: try #require(Double(row["value"] ?? "")), at: "\(row)")
      }
    }
    #expect(agreement.count == 3 * 13)
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record(
      "Standard error of measurement", against: "R 4.2.2, formula written out", agreement)
  }

  @Test func detectsChangesFromTwoStandardErrorsOfADifferenceOn() throws {
    let items = try ReliabilityData.scores([[1, 2, 4, 3], [2, 1, 5, 2]]).complete(.forbid)
    let outcome = try MeasurementError().apply(to: items)
    // R: qnorm(.975)
    let expected = 1.959963984540054 * 2.0.squareRoot() * outcome.standardError
    #expect(deviation(outcome.smallestDetectableChange, from: expected) < 1e-14)
  }

  @Test func isNothingForPerfectCorrelation() throws {
    let column: [Double?] = [1, 4, 2, 8, 5, 7]
    let outcome = try MeasurementError().apply(
      to: ReliabilityData.scores([column, column]).complete(.forbid))
    #expect(outcome.standardError < 1e-7)
  }

  @Test(arguments: ReliabilityData.withoutResult)
  func saysWhyThereIsNone(columns: [[Double?]], expected: StatisticsError) throws {
    let items = try ReliabilityData.scores(columns).complete(.listwise)
    #expect(throws: expected) { try MeasurementError().apply(to: items) }
  }
}
