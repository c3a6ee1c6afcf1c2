import AttuneData
import Testing

@Suite struct RepeatedMeasuresTests {
  @Test func keepsWhoHasEveryOccasion() throws {
    let data = try RepeatedMeasures([
      ("a", [1, 2, nil, 4]), ("b", [5, nil, 7, 8]), ("c", [9, 10, 11, 12]),
    ])
    #expect(data.occasions.map(\.values) == [[1, 4], [5, 8], [9, 12]])
    #expect(data.account.total == 4)
    #expect(data.account.leftOut == 2)
    #expect(data.account.missing == [.init("a", 1), .init("b", 1)])
    #expect(data.scores(of: 1) == [4, 8, 12])
    #expect(data.pairs.map(\.names.second) == ["b", "c", "c"])
    #expect(data.pair(0, 2).differences == [-8, -8])
    #expect(throws: DataError.missingValues(item: "a", count: 1)) {
      try RepeatedMeasures([("a", [nil]), ("b", [1])], policy: .forbid)
    }
  }

  @Test func gathersRowsByPerson() throws {
    // The second person's rows stand the other way round; the third lacks month 12.
    let data = try RepeatedMeasures(
      rows: [1, 2, 20, 10, 5, 7], people: ["p", "p", "q", "q", "r", nil], occasion: "month",
      occasions: ["0", "12", "12", "0", "0", "12"])
    #expect(data.occasions.map(\.name) == ["0", "12"])
    #expect(data.occasions.map(\.values) == [[1, 10], [2, 20]])
    #expect(data.account.total == 3)
    #expect(data.account.missing == [.init("12", 1)])
  }

  @Test func ordersNumbersBySizeAndTheRestAsAsked() throws {
    func names(_ order: [String], only: [String]? = nil) throws -> [String] {
      try RepeatedMeasures(
        rows: [1, 2, 3], people: ["p", "p", "p"], occasion: "month",
        occasions: ["10", "9", "100"], order: order, only: only
      ).occasions.map(\.name)
    }
    #expect(try names([]) == ["9", "10", "100"])
    #expect(try names(["100", "10"]) == ["100", "10", "9"])
    #expect(try names([], only: ["100", "9"]) == ["100", "9"])
    #expect(
      throws: DataError.unknownOccasion("8", column: "month", known: ["9", "10", "100"])
    ) { try names([], only: ["8", "9"]) }
  }

  @Test func refusesTwoRowsOfOnePersonOnOneOccasion() throws {
    #expect(throws: DataError.twiceOnOneOccasion(column: "t", rows: 1...3)) {
      try RepeatedMeasures(
        rows: [1, 2, 3], people: ["p", "q", "p"], occasion: "t", occasions: ["a", "a", "a"])
    }
  }
}
