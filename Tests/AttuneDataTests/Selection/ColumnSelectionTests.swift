import AttuneData
import Testing

@Suite struct ColumnSelectionTests {
  static let columns = [
    "id", "heard", "rushed", "rested", "A1", "A2", "A3", "A10", "q01", "q02", "x-",
  ]

  private static let theColumns =
    "; the columns are id, heard, rushed, rested, A1, A2, A3, A10, q01, q02, x-"

  @Test(arguments: [
    ("heard,rested", "heard rested"), (" heard , A1..A3 ", "heard A1 A2 A3"),
    ("heard,rushed-,r*,A1..A3", "heard -rushed rested A1 A2 A3"),
    ("r*-", "-rushed -rested"), ("A*,A2-", "A1 A3 A10 -A2"), ("A1..A3-", "-A1 -A2 -A3"),
    ("q01..q02", "q01 q02"), ("*ed", "rushed rested"), ("r*t*d", "rested"),
    ("x-", "x-"), ("x--", "-x-"), ("A1..A2,A2-", "A1 -A2"),
  ])
  func readsLists(list: String, expected: String) throws {
    let selection = try ColumnSelection(items: list, ranges: ["1..5"], among: Self.columns)
    let items = selection.scales[0].items.map { ($0.isReversed ? "-" : "") + $0.column }
    #expect(items.joined(separator: " ") == expected)
  }

  @Test func readsScalesWithTheirRanges() throws {
    let selection = try ColumnSelection(
      scales: ["calm=A1,A2-", "all=A*"], ranges: ["calm=0..4", "1..5"], among: Self.columns)
    #expect(selection.scales.map(\.name) == ["calm", "all"])
    #expect(selection.scales.map { $0.items[0].range } == [0...4, 1...5])
    #expect(selection.columns == ["A1", "A2", "A3", "A10"])
  }

  @Test func needsNoRangeWhereNothingIsReversed() throws {
    #expect(
      try ColumnSelection(items: "A1,A2", among: Self.columns).scales[0].items[0].range == nil)
  }

  @Test func readsRangesWithSignsAndDecimals() throws {
    let selection = try ColumnSelection(
      items: "A1", ranges: ["-1.5..2"], among: Self.columns)
    #expect(selection.scales[0].items[0].range == -1.5...2)
  }

  @Test(arguments: [
    ("herd", "there is no column 'herd'; did you mean 'heard'?"),
    ("nothing like it", "there is no column 'nothing like it'" + theColumns),
    ("A1..A5", "there is no column 'A4'; did you mean 'A1'?"),
    ("A3..A1", "there is no column 'A3..A1'" + theColumns),
    ("z*", "no column matches 'z*'"),
    ("A1,A1", "column 'A1' is named twice in one scale"),
    ("A1,A1-", "column 'A1' is named both as it is and reversed"),
    ("A*,A1..A2", "column 'A1' is named twice in one scale"),
    ("r*,r*-", "column 'rushed' is named both as it is and reversed"),
    ("A1,,A2", "'A1,,A2' has an empty part between commas"),
    ("", "'' has an empty part between commas"),
    ("\u{1B}[2J", "there is no column '␛[2J'" + theColumns),
  ])
  func saysWhatIsWrongWithAList(list: String, expected: String) {
    let error = #expect(throws: ColumnSelectionError.self) {
      try ColumnSelection(items: list, ranges: ["1..5"], among: Self.columns)
    }
    #expect(error?.description == expected)
  }

  @Test func listsTheFirstTwelveColumnsWhereNoneIsNear() {
    let columns = (1...14).map { "v\($0)" }
    #expect(
      ColumnSelectionError.unknownColumn("name", among: columns).description == """
        there is no column 'name'; the columns are v1, v2, v3, v4, v5, v6, v7, v8, v9, v10, v11, \
        v12, … (14 in all)
        """)
    #expect(
      ColumnSelectionError.unknownColumn("name", among: []).description
        == "there is no column 'name'")
  }

  @Test(
    arguments: [
      (["5..1"], "'5..1' is not a range; write the lowest and the highest value, as in 1..5"),
      (["1-5"], "'1-5' is not a range; write the lowest and the highest value, as in 1..5"),
      (["1..inf"], "'1..inf' is not a range; write the lowest and the highest value, as in 1..5"),
      (["1..5", "1..7"], "two ranges are given for all scales"),
      (["calm=1..5", "calm=1..7"], "two ranges are given for scale 'calm'"),
      (["clam=1..5"], "a range is given for 'clam', which is no scale here; did you mean 'calm'?"),
      (
        [],
        """
        'A2' in scale 'calm' is to be reversed, which needs the values that could be chosen; give \
        them as in --range 1..5
        """
      ),
    ] as [([String], String)])
  func saysWhatIsWrongWithRanges(ranges: [String], expected: String) {
    let error = #expect(throws: ColumnSelectionError.self) {
      try ColumnSelection(scales: ["calm=A1,A2-"], ranges: ranges, among: Self.columns)
    }
    #expect(error?.description == expected)
  }

  @Test(
    arguments: [
      ([], "no columns are named; say which, as in --items 'A1..A5' or --scale 'calm=A1,A2-,A3'"),
      (["A1,A2"], "'A1,A2' gives the scale no name; write NAME=COLUMNS, as in 'calm=A1,A2-,A3'"),
      (["=A1"], "'=A1' gives the scale no name; write NAME=COLUMNS, as in 'calm=A1,A2-,A3'"),
      (["a=A1", "a=A2"], "two scales are called 'a'"),
    ] as [([String], String)])
  func saysWhatIsWrongWithScales(scales: [String], expected: String) {
    let error = #expect(throws: ColumnSelectionError.self) {
      try ColumnSelection(scales: scales, among: Self.columns)
    }
    #expect(error?.description == expected)
  }
}
