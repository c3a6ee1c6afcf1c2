import AttuneData
import AttuneTestSupport
import Foundation
import Testing

@Suite struct MomentsTests {
  // NIST StRD, univariate; R 4.2.2 mean and sd. NumAcc3 and NumAcc4 are at the limit of their data.
  @Test func hasAtLeastTheDigitsOfR() throws {
    let rows = try Golden.rows("statistics/nist/univariate.csv")
    #expect(rows.count == 18)
    for row in rows {
      let set = try #require(row["set"])
      let summary = try Self.summary(of: set)
      #expect(Double(summary.n) == Double(row["n"] ?? ""))
      let value = row["statistic"] == "mean" ? summary.mean : summary.standardDeviation
      let certified = try #require(Double(row["certified"] ?? ""))
      let digits = min(15, -log10(max(deviation(value, from: certified), 1e-300)))
      #expect(digits >= (try #require(Double(row["lre"] ?? ""))) - 0.2, "\(set): \(value)")
    }
  }

  /// The set as the first of two groups; the second only makes up the pair.
  private static func summary(of set: String) throws -> GroupSummary {
    let text = try Golden.text("statistics/nist/\(set).dat")
    let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    let values = lines.drop { !$0.hasPrefix("Data: ") || $0.hasSuffix("\"") }.compactMap(
      Double.init)
    return try TwoGroups(
      score: set, values: values + [0], grouping: "set",
      groups: values.map { _ in "a" } + ["b"]
    ).summaries.first
  }
}
