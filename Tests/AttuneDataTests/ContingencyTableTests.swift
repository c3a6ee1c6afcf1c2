import AttuneData
import Testing

@Suite struct ContingencyTableTests {
  @Test func countsAndKeepsWhatNobodyChose() throws {
    let table = try ContingencyTable(
      rows: .init("team", ["b", "a", nil, "b", "a"], declared: ["b", "c", "a"]),
      columns: .init("answer", ["10", "9", "9", nil, "10"]))
    #expect(table.categories == GroupPair(["b", "c", "a"], ["9", "10"]))
    #expect(table.counts == [[0, 1], [0, 0], [1, 1]])
    #expect(table.rowTotals == [1, 0, 2] && table.columnTotals == [1, 2])
    #expect(table.account.total == 5 && table.account.used == 3)
    #expect(table.account.missing == [.init("team", 1), .init("answer", 1)])
    #expect(table.transposed.counts == [[0, 0, 1], [1, 0, 1]])
    #expect(table.transposed.transposed == table)
  }

  @Test func isNoTableOfScores() {
    let many = (0..<101).map { "\($0)" }
    #expect(throws: DataError.tooManyAnswers(column: "x", count: 101)) {
      try ContingencyTable(
        rows: .init("x", many), columns: .init("y", many.map { _ in "1" }))
    }
  }

  @Test func holdsNobody() throws {
    let table = try ContingencyTable(rows: .init("x", [nil]), columns: .init("y", ["1"]))
    #expect(table.counts.isEmpty && table.account.used == 0)
  }
}
