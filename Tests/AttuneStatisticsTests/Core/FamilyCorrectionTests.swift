import AttuneStatistics
import AttuneTestSupport
import Testing

@Suite struct FamilyCorrectionTests {
  // R 4.2.2 p.adjust on the list of Benjamini & Hochberg (1995).
  @Test(arguments: [FamilyCorrection.holm, .hochberg, .benjaminiHochberg, .bonferroni])
  func agreesWithR(correction: FamilyCorrection) throws {
    let name = correction == .benjaminiHochberg ? "BH" : correction.rawValue
    let rows = try Golden.rows("statistics/p_adjust.csv").filter {
      $0["statistic"] == name && $0["args"] == "p=Benjamini-Hochberg style list"
    }
    // A row is named by its p value.
    let pValues = try rows.map { try #require(Double($0["row"] ?? "")) }
    let expected = try rows.map { try #require(Double($0["value"] ?? "")) }
    #expect(pValues.count > 5)
    for (value, other) in zip(correction.adjusted(pValues), expected) {
      #expect(deviation(value, from: other) < 1e-12)
    }
  }

  @Test func holmIsNeverAboveBonferroniAndKeepsTheOrder() {
    let pValues = [0.04, 0.001, 0.2, 0.012, 0.9, 0.001]
    let holm = FamilyCorrection.holm.adjusted(pValues)
    let bonferroni = FamilyCorrection.bonferroni.adjusted(pValues)
    for index in pValues.indices {
      #expect(pValues[index] <= holm[index] && holm[index] <= bonferroni[index])
      for other in pValues.indices where pValues[index] < pValues[other] {
        #expect(holm[index] <= holm[other])
      }
    }
  }

  @Test func leavesOneTestAndNoneAlone() {
    #expect(FamilyCorrection.holm.adjusted([0.03]) == [0.03])
    #expect(FamilyCorrection.bonferroni.adjusted([]) == [])
    #expect(FamilyCorrection.none.adjusted([0.5, 0.01]) == [0.5, 0.01])
  }
}
