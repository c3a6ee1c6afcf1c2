import AttuneData
import AttuneTables
import Testing

@Suite struct ScaleSelectionTests {
  @Test func reversesByTheDeclaredRangeOnly() throws {
    // Nobody chose 1 or 5.
    let scores = try Self.select("b,a-", ranges: ["1..5"], [[2, 3, nil, 4], [1.5, 2, 3, 4]])
    #expect(scores.names == ["b", "a"])
    #expect(scores.column(0) == [1.5, 2, 3, 4])
    #expect(scores.column(1) == [4, 3, nil, 2])
    #expect(scores.cautions.isEmpty)
  }

  @Test func reversesColumnsOfAnyWidth() throws {
    #expect(
      try Self.select("a-,b-", ranges: ["0..200"], [[0, 100, nil], [0.5, 2, 3]]).column(0)
        == [200, 100, nil])
    #expect(
      try Self.select("a-,b-", ranges: ["0..1.5"], [[0, 1, nil], [0.5, 2, 3]]).column(0)
        == [1.5, 0.5, nil])
  }

  @Test func saysWhichValuesLieOutsideTheRange() throws {
    let scores = try Self.select("a-,b", ranges: ["1..5"], [[0, 9, 3], [1, 5, 5.5]])
    #expect(scores.column(0) == [6, -3, 3])
    #expect(
      scores.cautions.map(\.text) == [
        """
        'a' has 2 values outside the declared range 1..5. If they are codes for missing answers, \
        name them with --missing.
        """,
        """
        'b' has 1 value outside the declared range 1..5. If they are codes for missing answers, \
        name them with --missing.
        """,
      ])
    #expect(try scores.complete(.forbid).cautions == scores.cautions)
  }

  private static func select(
    _ list: String, ranges: [String], _ columns: [[Double?]]
  ) throws -> ItemScores {
    let selection = try ColumnSelection(items: list, ranges: ranges, among: ["a", "b"])
    return ItemScores(names: ["a", "b"], columns: columns).selecting(selection.scales[0])
  }
}
