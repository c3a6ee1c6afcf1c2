import AttuneData
import Testing

@Suite struct TwoGroupsTests {
  @Test func splitsAndCountsWhatIsMissing() throws {
    let groups = try TwoGroups(
      score: "calm", values: [1, 2, nil, 4, 5, 6], grouping: "role",
      groups: ["b", "a", "a", "a", nil, "b"])
    #expect(groups.names == GroupPair("a", "b"))
    #expect(groups.values == GroupPair([2, 4], [1, 6]))
    #expect(
      groups.account
        == CaseAccount(
          total: 6, used: 4, policy: .listwise, missing: [.init("calm", 1), .init("role", 1)]))
    #expect(groups.summaries.first.mean == 3)
    #expect(groups.summaries.second.standardDeviation == 12.5.squareRoot())
  }

  @Test(arguments: [("9", "10"), ("-1", "0"), ("10", "a"), ("5", "nan"), ("B", "a")])
  func ordersNumbersBySizeAndNamesAsText(first: String, second: String) throws {
    let groups = try TwoGroups(
      score: "y", values: [1, 2], grouping: "g", groups: [second, first])
    #expect(groups.names == GroupPair(first, second))
  }

  @Test(
    arguments: [
      (["a", "a"], "'g' names 1 group with scores (a: 2); two groups are compared"),
      (
        ["c", "b", "a", "b"],
        "'g' names 3 groups with scores (a: 1, b: 2, c: 1); two groups are compared"
      ),
      ([nil, nil], "'g' names no group with a score; two groups are compared"),
      ([], "'g' names no group with a score; two groups are compared"),
    ] as [([String?], String)])
  func refusesAnotherNumberOfGroups(groups: [String?], expected: String) {
    let error = #expect(throws: DataError.self) {
      try TwoGroups(score: "y", values: groups.map { _ in 1 }, grouping: "g", groups: groups)
    }
    #expect(error?.description == expected)
  }

  @Test func refusesMissingValuesWhereTheyAreForbidden() {
    #expect(throws: DataError.missingValues(item: "g", count: 1)) {
      try TwoGroups(
        score: "y", values: [1, 2, 3], grouping: "g", groups: ["a", nil, "b"], policy: .forbid)
    }
  }

  @Test func refusesSummariesThatCannotBe() {
    #expect(GroupSummary(name: "a", n: 0, mean: 1, standardDeviation: 1) == nil)
    #expect(GroupSummary(name: "a", n: 3, mean: .nan, standardDeviation: 1) == nil)
    #expect(GroupSummary(name: "a", n: 3, mean: 1, standardDeviation: -1) == nil)
  }
}
