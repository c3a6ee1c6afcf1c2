import AttuneData
import AttuneStatistics
import AttuneTables
import AttuneTestSupport
import Testing

@Suite struct StudentTTestTests {
  // R 4.2.2 t.test(var.equal = TRUE).
  @Test func agreesWithR() throws {
    var agreement = Agreement()
    for data in try TwoGroupData.all(in: "two_groups_tests") {
      let outcome = try StudentTTest().apply(to: data.groups)
      for row in data.rows {
        let value: Double
        switch (row["statistic"], row["row"]) {
        case ("student_t", _): value = outcome.t
        case ("student_df", _): value = Double(outcome.degreesOfFreedom)
        case ("student_p", _): value = outcome.pValue
        case ("student_se", _): value = outcome.standardError
        case ("student_diff_ci95", "lower"): value = outcome.interval.lower
        case ("student_diff_ci95", _): value = outcome.interval.upper
        default: continue
        }
        agreement.compare(
          value, with: try #require(Double(row["value"] ?? "")),
          at: "\(data.key) \(row["statistic"] ?? "")")
      }
    }
    #expect(agreement.count > 60)
    #expect(agreement.largest < 1e-10, "\(agreement)")
    try Verification.record(
      "Student's t test", against: "R 4.2.2 t.test(var.equal = TRUE)", agreement)
  }

  @Test func isWelchsWhereGroupsAreAlikeInSizeAndSpread() throws {
    let groups = TwoGroupSummaries(
      try #require(GroupSummary(name: "a", n: 12, mean: 4, standardDeviation: 2)),
      try #require(GroupSummary(name: "b", n: 12, mean: 3, standardDeviation: 2)))
    let (student, welch) = (
      try StudentTTest().apply(to: groups), try WelchTTest().apply(to: groups)
    )
    #expect(deviation(student.t, from: welch.t) < 1e-14)
    #expect(deviation(student.pValue, from: welch.pValue) < 1e-12)
    #expect(student.tables.map(\.id) == ["student-t-test"])
  }

  @Test func saysWhyThereIsNone() throws {
    let one = try #require(GroupSummary(name: "a", n: 1, mean: 4, standardDeviation: 0))
    let flat = try #require(GroupSummary(name: "b", n: 5, mean: 3, standardDeviation: 0))
    #expect(throws: StatisticsError.tooFew(.casesInGroup("a"), found: 1, needed: 2)) {
      try StudentTTest().apply(to: TwoGroupSummaries(one, flat))
    }
    #expect(throws: StatisticsError.noVariance(in: "the score within each group")) {
      try StudentTTest().apply(to: TwoGroupSummaries(flat, flat))
    }
  }
}
