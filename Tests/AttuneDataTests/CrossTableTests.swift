import AttuneData
import Testing

@Suite struct CrossTableTests {
  @Test func countsPairs() throws {
    let table = try CrossTable(Pairs(("x", [1, 1, 2, 5, nil]), ("y", [0, 3, 3, 3, 0])))
    #expect(table.values.first == [1, 2, 5])
    #expect(table.values.second == [0, 3])
    #expect(table.counts == [[1, 1], [0, 1], [0, 1]])
    #expect(table.margins.first == [2, 1, 1])
    #expect(table.margins.second == [1, 3])
    #expect(table.emptyCells == 2)
    #expect(table.account.leftOut == 1)
  }

  @Test func countsInItsMarginsWhoHasOneAnswerOnly() throws {
    let table = try CrossTable(
      CodedAnswers([1, 1, 2, nil], to: "x"), CodedAnswers([0, nil, 3, 3], to: "y"))
    #expect(table.counts == [[1, 0], [0, 1]])
    #expect(table.margins.first == [2, 1])
    #expect(table.margins.second == [1, 2])
    #expect(table.account.used == 2)
    #expect(table.account.missing.map(\.count) == [1, 1])
  }

  @Test func refusesScoresInPlaceOfAnswers() {
    let many = (1...101).map { Double($0) }
    #expect(throws: DataError.tooManyAnswers(column: "x", count: 101)) {
      try CodedAnswers(many, to: "x")
    }
  }
}
