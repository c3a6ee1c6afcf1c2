import AttuneStatistics
import AttuneTestSupport
import Testing

@Suite struct HolmAdjustmentTests {
  // R 4.2.2: p.adjust, "holm"; a missing p is no member of the family.
  @Test func agreesWithR() throws {
    let rows = try Golden.rows("statistics/holm.csv")
    let lists: [String: [Double]] = [
      "p=Benjamini-Hochberg style list": [
        0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216, 0.222, 0.251, 0.269,
        0.275, 0.34,
      ], "p=.04,NA,.001,.04,1": [0.04, 0.001, 0.04, 1],
    ]
    var agreement = Agreement()
    for (name, values) in lists {
      let expected = rows.filter { $0["args"] == name && $0["value"] != "NA" }
      for (row, value) in zip(expected, holmAdjusted(values)) {
        agreement.compare(value, with: try #require(Double(row["value"] ?? "")), at: "\(row)")
      }
    }
    #expect(agreement.count == 19)
    #expect(agreement.largest < 1e-14, "\(agreement)")
  }

  @Test func leavesOneTestAloneAndTakesNone() {
    #expect(holmAdjusted([0.03]) == [0.03])
    #expect(holmAdjusted([]).isEmpty)
  }
}
