import AttuneData
import Testing

@Suite struct RatingsTests {
  @Test func keepsARaterWhoSaysTheSameOfEveryone() throws {
    let ratings = Ratings(raters: ["a", "b"], columns: [[1, 1, 1], [1, 2, nil]])
    let complete = try ratings.complete(.listwise)
    #expect(complete.raters == ["a", "b"])
    #expect(complete.columns == [[1, 1], [1, 2]])
    #expect(complete.account.leftOut == 1)
    #expect(complete.account.missing == [CaseAccount.Missing("b", 1)])
    #expect(throws: DataError.missingValues(item: "b", count: 1)) {
      try ratings.complete(.forbid)
    }
  }

  @Test func putsNamesInTheOrderGivenOrInThatOfTheAlphabet() throws {
    let names: [[String?]] = [["often", nil, "never"], ["some", "often", "never"]]
    let plain = try Ratings(raters: ["a", "b"], names: names)
    #expect(plain.categories == ["never", "often", "some"])
    #expect(!plain.isOrdered)
    let ordered = try Ratings(raters: ["a", "b"], names: names, order: ["never", "some", "often"])
    #expect(ordered.columns == [[2, nil, 0], [1, 2, 0]])
    #expect(ordered.isOrdered)
    #expect(ordered.name(of: 1) == "some")
  }

  @Test func readsNumbersWhereAllAreNumbers() throws {
    let columns = try Self.columns("a,b,c\n1,2,x\n,-3.5,y\n-99,2,1\n")
    let numbers = try columns.ratings(["a", "b"])
    #expect(numbers.categories == nil)
    #expect(numbers.columns == [[1, nil, nil], [2, -3.5, 2]])
    #expect(numbers.name(of: 2) == "2" && numbers.name(of: -3.5) == "-3.5")
    // One name makes names of all.
    let mixed = try columns.ratings(["a", "c"])
    #expect(mixed.categories == ["1", "x", "y"])
    // Numbers whose order is given are names too.
    #expect(try columns.ratings(["a"], order: ["1"]).categories == ["1"])
  }

  @Test func readsADecimalComma() throws {
    let columns = try Self.columns("a;b\n1,5;2\n", hasDecimalComma: true)
    let ratings = try columns.ratings(["a", "b"], hasDecimalComma: true)
    #expect(ratings.columns == [[1.5], [2]])
  }

  @Test func ofNoCasesThereAreNone() throws {
    let ratings = Ratings(raters: ["a", "b"], columns: [[], []])
    #expect(ratings.caseCount == 0)
    #expect(try ratings.complete(.listwise).usedValues.isEmpty)
  }

  private static func columns(
    _ text: String, hasDecimalComma: Bool = false
  ) throws -> DataColumns {
    var parser = DelimitedParser(
      format: DelimitedFormat(hasDecimalComma: hasDecimalComma, missing: ["-99"])
    ) { ColumnRequest(levels: $0) }
    try Array(text.utf8).withUnsafeBufferPointer { try parser.parse($0) }
    return try parser.finish()
  }
}
