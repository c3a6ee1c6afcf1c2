import AttuneData
import AttuneTables
import Testing

@Suite struct CompletionTests {
  @Test func leavesOutCasesListwiseAndCountsWhatWasMissing() throws {
    let scores = ItemScores(
      names: ["a", "b"], columns: [[1, 2, nil, 4], [3, nil, nil, 6.5]])
    let items = try scores.complete(.listwise)
    #expect(items.caseCount == 2)
    #expect(items.means() == [2.5, 4.75])
    #expect(
      items.account
        == CaseAccount(
          total: 4, used: 2, policy: .listwise, missing: [.init("a", 1), .init("b", 2)]))
    #expect(
      items.account.note == "4 cases, 2 used, 2 left out because a value is missing (listwise)")
  }

  @Test func refusesMissingValuesWhereTheyAreForbidden() {
    let scores = ItemScores(names: ["a", "b"], columns: [[1, 2, 3], [nil, 1, nil]])
    #expect(throws: DataError.missingValues(item: "b", count: 2)) { try scores.complete(.forbid) }
  }

  @Test func leavesOutItemsByNameAndKeepsTheirCases() throws {
    let scores = ItemScores(
      names: ["empty", "same", "a", "b"],
      columns: [[nil, nil, nil], [3, 3, nil], [1, 2, 3], [2, 2.5, 4]])
    let items = try scores.complete(.listwise)
    #expect(items.names == ["a", "b"])
    #expect(items.caseCount == 3)
    #expect(items.cautions.map(\.subjects) == [["empty"], ["same"]])
    #expect(items.cautions[0].text == "'empty' is left out because it has no values.")
    #expect(
      items.cautions[1].text == "'same' is left out because it has the same value for everyone.")
  }

  @Test func bringsCasesBackWithTheItemThatCostThem() throws {
    // Among the complete cases `half` is constant; without it, all cases are complete.
    let scores = ItemScores(
      names: ["half", "a", "b"],
      columns: [[1, 1, nil, nil, 2], [1, 2, 3, 4, nil], [2, 1, 4, 3, 5]])
    let items = try scores.complete(.listwise)
    #expect(items.names == ["a", "b"])
    #expect(items.caseCount == 4)
    #expect(items.cautions[0].text.hasSuffix("for everyone who has no value missing."))
  }

  @Test func leavesASingleCaseToTheProcedure() throws {
    let items = try ItemScores(names: ["a", "b"], columns: [[1], [2]]).complete(.forbid)
    #expect(items.itemCount == 2)
    #expect(items.caseCount == 1)
    #expect(items.account.note == "1 case, all used")
  }
}
