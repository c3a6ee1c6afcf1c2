import AttuneData
import AttuneStatistics
import AttuneTestSupport
import Foundation
import Testing

@Suite struct BrantTestTests {
  // R 4.2.2: glm at each cut, and Brant's matrices; `brant.R`.
  @Test func agreesWithBrantsMatrices() throws {
    var agreement = Agreement()
    for (table, row, expected) in try CountedTables.rows("brant") {
      let found = try BrantTest().apply(to: table)
      let place = Int(row["row"] ?? "") ?? 0
      // Of two groups the test of the one that is compared is the test of all.
      let test = try #require(
        place == 0 || found.tests.count == 1
          ? found.tests.first : found.tests.first { $0.group == "r\(place)" })
      let value: Double =
        switch row["statistic"] ?? "" {
        case "chi_square": test.chiSquare
        case "df": Double(test.degreesOfFreedom)
        case "p": test.pValue
        case let name:
          try #require(
            found.cuts.first {
              $0.group == "r\(place)" && name == "log_odds_ratio_\($0.below.dropFirst())"
            }
          ).logOddsRatio
        }
      // An odds ratio of 1, but for R's rounding.
      if abs(expected) < 1e-15 {
        #expect(value == 0)
        continue
      }
      agreement.compare(value, with: expected, at: "\(row)")
    }
    #expect(agreement.count == 68)
    #expect(agreement.largest < 1e-9, "\(agreement)")
    try Verification.record(
      "Brant's test of proportional odds",
      against: "R 4.2.2 glm at each cut, Brant's matrices written out", agreement)
  }

  /// Where the odds ratio is the same at every cut there is nothing to find; which group is first does
  /// not matter for the test of all.
  @Test func findsNothingWhereOddsAreProportional() throws {
    let same = try BrantTest().apply(to: CountedTables.table("8 4 12 24|4 2 6 12"))
    #expect(same.tests[0].chiSquare < 1e-20 && same.tests[0].pValue > 1 - 1e-9)
    let one = try BrantTest().apply(to: CountedTables.table("12 7 3|4 9 11|6 6 6"))
    let other = try BrantTest().apply(to: CountedTables.table("6 6 6|12 7 3|4 9 11"))
    #expect(deviation(one.tests[0].chiSquare, from: other.tests[0].chiSquare) < 1e-12)
    let turned = try BrantTest().apply(to: CountedTables.table("3 7 12|11 9 4|6 6 6"))
    #expect(deviation(one.tests[0].chiSquare, from: turned.tests[0].chiSquare) < 1e-12)
  }

  @Test(arguments: [
    ("3 4|5 6", "of two answers there is one cut, and nothing it could be unlike"),
    (
      "3 4 0|5 6 1",
      "nobody in 'r1' gave an answer above 'c2', and an odds ratio there may be as large as one likes"
    ),
    (
      "0 4 2|5 6 1",
      "everybody in 'r1' gave an answer above 'c1', and an odds ratio there may be as large as one likes"
    ),
    (
      "3 0 2|5 0 1|1 1 1",
      "nobody in 'r1' and 'r2' gave 'c2', so that the cuts beside it are the same there"
    ),
  ])
  func saysWhyThereIsNone(table: String, reason: String) {
    #expect(throws: StatisticsError.undetermined(reason)) {
      try BrantTest().apply(to: CountedTables.table(table))
    }
  }
}
