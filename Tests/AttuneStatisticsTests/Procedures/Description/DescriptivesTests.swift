import AttuneData
import AttuneStatistics
import AttuneTables
import AttuneTestSupport
import Testing

@Suite struct DescriptivesTests {
  // R 4.2.2 and e1071: 51 columns of 6 data sets, three types of shape and two of quantiles.
  @Test func agreesWithR() throws {
    var agreement = Agreement()
    for (key, rows) in try Self.columns() {
      let sample = ScoreSample(
        name: key[1], values: try GoldenData.column(key[1], of: key[0]), range: 1...5)
      for row in rows {
        let statistic = row["statistic"] ?? ""
        guard let quantity = Self.quantity(statistic, of: sample) else { continue }
        // R gives NaN where everyone has the same value or there are too few.
        guard let expected = Double(row["value"] ?? ""), expected.isFinite else {
          #expect(quantity.value == nil, "\(row)")
          continue
        }
        agreement.compare(try #require(quantity.value, "\(row)"), with: expected, at: "\(row)")
      }
    }
    #expect(agreement.count > 1000)
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record(
      "Descriptives", against: "R 4.2.2, e1071 skewness and kurtosis, quantile, mad", agreement)
  }

  private static func columns() throws -> [[String]: [[String: String]]] {
    Dictionary(grouping: try Golden.rows("statistics/descriptives.csv")) { row in
      [row["dataset"] ?? "", row["row"] ?? ""]
    }
  }

  private static func quantity(_ statistic: String, of sample: ScoreSample) -> Quantity? {
    var procedure = Descriptives()
    let parts = statistic.split(separator: "_").map(String.init)
    procedure.shape = parts.last.flatMap { MomentType(rawValue: $0) } ?? .type2
    procedure.quantiles = parts.last.flatMap { QuantileType(rawValue: $0) } ?? .type7
    let outcome = procedure.apply(to: sample)
    return switch (parts[0], parts[1..<max(1, parts.count - 1)].first) {
    case ("n", _): .value(Double(parts[1] == "valid" ? outcome.count : outcome.missing))
    case ("mean", _): outcome.mean
    case ("sd", _): outcome.standardDeviation
    case ("median", _), ("quantile", "50"): outcome.median
    case ("mad", _): outcome.medianDeviation
    case ("min", _): outcome.minimum
    case ("max", _): outcome.maximum
    case ("skewness", _): outcome.skewness
    case ("kurtosis", _): outcome.kurtosis
    case ("quantile", "05"): outcome.quantiles[0]
    case ("quantile", "25"): outcome.quantiles[1]
    case ("quantile", "75"): outcome.quantiles[2]
    case ("quantile", "95"): outcome.quantiles[3]
    case ("floor", _): outcome.floor
    case ("ceiling", _): outcome.ceiling
    default: nil
    }
  }

  @Test func doesNotDependOnConstantsExceptInPlace() throws {
    let values = [1.0, 2, 2, 3, 5, 9, 4]
    let plain = Descriptives().apply(to: ScoreSample(name: "a", values: values))
    let shifted = Descriptives().apply(to: ScoreSample(name: "a", values: values.map { $0 + 1e9 }))
    #expect(shifted.mean.value == plain.mean.value.map { $0 + 1e9 })
    #expect(shifted.medianDeviation == plain.medianDeviation)
    for (one, other) in [
      (plain.standardDeviation, shifted.standardDeviation), (plain.skewness, shifted.skewness),
      (plain.kurtosis, shifted.kurtosis),
    ] {
      #expect(deviation(try #require(other.value), from: try #require(one.value)) < 1e-13)
    }
  }

  @Test func turnsSkewnessRoundWithTheValues() throws {
    let values = [1.0, 2, 2, 3, 5, 9, 4]
    let plain = Descriptives().apply(to: ScoreSample(name: "a", values: values))
    let turned = Descriptives().apply(to: ScoreSample(name: "a", values: values.map { 10 - $0 }))
    #expect(
      deviation(-(try #require(turned.skewness.value)), from: try #require(plain.skewness.value))
        < 1e-14)
  }

  @Test(
    arguments: [
      ([nil, nil], "there are no values", "there are no values"),
      ([], "there are no values", "there are no values"),
      ([3], "at least 2 values are needed", "everyone has the same value"),
      ([3, 3, nil, 3], nil, "everyone has the same value"),
      ([1, 2], nil, "at least 3 values are needed"),
      ([1, 2, 2], nil, nil),
    ] as [([Double?], String?, String?)])
  func saysWhatThereIsTooLittleFor(values: [Double?], deviation: String?, skewness: String?) {
    let outcome = Descriptives().apply(to: ScoreSample(name: "a", values: values))
    #expect(outcome.count + outcome.missing == values.count)
    #expect(Self.reason(outcome.standardDeviation) == deviation)
    #expect(Self.reason(outcome.skewness) == skewness)
    #expect(outcome.kurtosis.value == nil)
    #expect(outcome.floor.value == nil)
  }

  @Test func namesItsRules() {
    let table = Descriptives().apply(to: ScoreSample(name: "a", values: [1, 2, 3])).tables[0]
    #expect(table.notes[0].contains("type 2 (as SPSS and SAS). Quantiles: type 7 (as R)."))
    #expect(table.columns.map(\.name).prefix(4) == ["n", "n_missing", "mean", "std_dev"])
  }

  private static func reason(_ quantity: Quantity) -> String? {
    if case .unavailable(let reason) = quantity { return reason }
    return nil
  }
}
