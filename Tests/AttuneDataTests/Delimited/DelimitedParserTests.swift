import AttuneData
import AttuneNumerics
import Testing

@Suite struct DelimitedParserTests {
  @Test(arguments: [
    "a,b,g\n1,2,x\n3,,y\n", "a,b,g\r\n1,2,x\r\n3,,y", "\u{FEFF}a,b,g\r1,2,x\r3,,y\r",
    "a;b;g\n1;2;x\n3;;y\n", "a\tb\tg\n1\t2\tx\n3\t\ty\n",
    "\"a\",\"b\",\"g\"\n\"1\",\"2\",\"x\"\n\"3\",\"\",\"y\"\n",
    " a , b , g \n 1 , 2 , x \n3 , ,y\n",
    "a,b,g\n\n1,2,x\n\n3,,y\n\n",
  ])
  func readsEveryWayOfWriting(text: String) throws {
    let columns = try Self.read(text, scores: ["a", "b"], levels: ["g"])
    #expect(columns.columnNames == ["a", "b", "g"])
    #expect(columns.caseCount == 2)
    #expect(columns.scores.column(0) == [1, 3])
    #expect(columns.scores.column(1) == [2, nil])
    #expect(columns.levels["g"]?.values == ["x", "y"])
  }

  @Test func givesTheSameHoweverTheTextIsCut() throws {
    let text = "\u{FEFF}a,\"g, \"\"h\"\"\",b\r\n1,\"x\r\ny\",-2.50\r\n-99,é,1e3\r\n300,\"\",\r\n"
    let whole = try Self.read(text, scores: ["b", "a"], levels: ["g, \"h\""], missing: ["-99"])
    #expect(whole.scores.column(0) == [-2.5, 1000, nil])
    #expect(whole.scores.column(1) == [1, nil, 300])
    #expect(whole.levels["g, \"h\""]?.values == ["x\r\ny", "é", nil])
    for length in 1...text.utf8.count {
      let cut = try Self.read(
        text, scores: ["b", "a"], levels: ["g, \"h\""], missing: ["-99"], cutEvery: length)
      #expect(cut == whole, "cut every \(length) bytes")
    }
  }

  @Test func leavesAloneTheColumnsThatNobodyAskedFor() throws {
    let text = "a,comment\n1,\"well, \"\"yes\"\"\nand no\"\n2,1e999\n"
    #expect(try Self.read(text, scores: ["a"]).scores.column(0) == [1, 2])
  }

  @Test func keepsAnEmptyLineOfASingleColumnAsMissing() throws {
    #expect(try Self.read("a\n1\n\n3\n", scores: ["a"]).scores.column(0) == [1, nil, 3])
  }

  @Test func readsDecimalCommas() throws {
    let format = DelimitedFormat(hasDecimalComma: true)
    let columns = try Self.read("a;b\n1,5;-0,25\n", scores: ["a", "b"], format: format)
    #expect(columns.scores.column(0) == [1.5])
    #expect(columns.scores.column(1) == [-0.25])
  }

  @Test(arguments: [
    ("7", 7), ("-127", -127), ("128", 128), ("0.1", 0.1),
    ("123456789.123456789", 123456789.123456789),
    ("1e3", 1000), ("+4", 4), ("-0", 0), (".5", 0.5), ("5.", 5), ("1e-300", 1e-300),
    ("0e999", 0), ("179769313486231570000000000", 1.7976931348623157e26),
  ])
  func readsNumbers(text: String, expected: Double) throws {
    #expect(try Self.read("a,b\n\(text),1\n", scores: ["a"]).scores.column(0) == [expected])
  }

  @Test func takesACodeForMissingHoweverItIsWritten() throws {
    let text = "a,g\n-99,NA\n-99.0,x\nNA,-99\n5,99\n"
    let columns = try Self.read(text, scores: ["a"], levels: ["g"], missing: ["-99", "NA"])
    #expect(columns.scores.column(0) == [nil, nil, nil, 5])
    #expect(columns.levels["g"]?.values == [nil, "x", nil, "99"])
  }

  @Test(arguments: [
    ("", "line 1, character 1: there is nothing to read"),
    ("a,b\n", "line 2, character 1: there is a line of column names and no case below it"),
    ("a,b,a\n1,2,3\n", "line 1, character 5: two columns are called 'a'"),
    ("a,b\n1,2\n3\n", "line 3, character 1: this line has 1 cell, and there are 2 columns"),
    ("a,b\n1,2\n3,4,5\n", "line 3, character 1: this line has 3 cells, and there are 2 columns"),
    (
      "a,b\n1,\"x\ny\"\n2,z\noops,3\n",
      """
      line 5, character 1: 'oops' in column 'a' is not a number; if it stands for a missing \
      answer, name it with --missing
      """
    ),
    (
      "b,a\né,0x1F\n",
      """
      line 2, character 3: '0x1F' in column 'a' is not a number; if it stands for a missing \
      answer, name it with --missing
      """
    ),
    (
      "a,b\n\u{1B}[31m\(String(repeating: "x", count: 50)),2\n",
      """
      line 2, character 1: '␛[31m\(String(repeating: "x", count: 34))…' in column 'a' is not a \
      number; if it stands for a missing answer, name it with --missing
      """
    ),
    (
      "a,b\n1,2\n1e999,2\n",
      "line 3, character 1: '1e999' in column 'a' is too large or too small to compute with"
    ),
    (
      "a,b\n1e-999,2\n",
      "line 2, character 1: '1e-999' in column 'a' is too large or too small to compute with"
    ),
    ("a,b\n1,\"x\n2,y\n", "line 2, character 3: a quotation mark opens here and is never closed"),
    (
      "a,b\n1,5\" long\n",
      """
      line 2, character 4: a quotation mark inside a cell; a cell with one is written in quotation \
      marks, each inside doubled
      """
    ),
    (
      "a,b\n\"1\"x,2\n",
      """
      line 2, character 4: a quotation mark inside a cell; a cell with one is written in quotation \
      marks, each inside doubled
      """
    ),
    (
      "a,b\n1,\0\n",
      """
      line 2, character 3: there is a byte 0, which no text has; save it again as UTF-8, as in \
      'CSV UTF-8' of a spreadsheet
      """
    ),
    (
      "a;b\n1;2\n3,5;2\n",
      "line 3, character 1: '3,5' in column 'a' is not a number; is the comma a decimal mark here?"
    ),
    ("b,c\n1,2\n", "line 1, character 1: there is no column 'a'"),
    (
      "a,b\n1,2\nNaN,2\n",
      """
      line 3, character 1: 'NaN' in column 'a' is not a number; if it stands for a missing answer, \
      name it with --missing
      """
    ),
    (
      "b,a\n1,-inf\n",
      """
      line 2, character 3: '-inf' in column 'a' is not a number; if it stands for a missing answer, \
      name it with --missing
      """
    ),
    (
      "b,a\n1,\"1,5\"\n",
      "line 2, character 4: '1,5' in column 'a' is not a number; is the comma a decimal mark here?"
    ),
    ("b,a\n1,2\n1,5,3\n", "line 3, character 1: this line has 3 cells, and there are 2 columns"),
    ("a;b\n1;2\n1,2\n", "line 3, character 1: this line has 1 cell, and there are 2 columns"),
    (
      "c,a\n1,2\n\0,3\n",
      """
      line 3, character 1: there is a byte 0, which no text has; save it again as UTF-8, as in \
      'CSV UTF-8' of a spreadsheet
      """
    ),
  ])
  func saysWhatIsWrongAndWhere(text: String, expected: String) {
    let error = #expect(throws: DelimitedTextError.self) { try Self.read(text, scores: ["a"]) }
    #expect(error?.description == expected)
    for length in [1, 3] {
      let cut = #expect(throws: DelimitedTextError.self) {
        try Self.read(text, scores: ["a"], cutEvery: length)
      }
      #expect(cut == error)
    }
  }

  @Test func refusesTextThatIsNotUTF8() {
    let latin: [UInt8] = Array("a,g\n1,ok\n2,".utf8) + [0xE9] + Array("\n".utf8)
    #expect(throws: DelimitedTextError(.notUTF8, line: 3, column: 3)) {
      try Self.read(latin, scores: ["a"], levels: ["g"])
    }
    // Where the text is not used, it does no harm.
    #expect(throws: Never.self) { try Self.read(latin, scores: ["a"]) }
  }

  @Test func readsAColumnOnceHoweverOftenItIsAskedFor() throws {
    let columns = try Self.read("a,b\n1,2\n", scores: ["b", "a", "b"])
    #expect(columns.scores.names == ["b", "a"])
    #expect(columns.scores.column(named: "a") == [1])
    #expect(columns.scores.column(named: "c") == nil)
  }

  @Test func refusesAColumnThatIsBothScoreAndGroup() {
    #expect(throws: DelimitedTextError(.usedTwice("a"), line: 1, column: 1)) {
      try Self.read("a\n1\n", scores: ["a"], levels: ["a"])
    }
  }

  // Files of every way of writing, long enough that several processors share them.
  @Test(arguments: ["\n", "\r\n"]) func sharesALongTextWithoutMixingUpItsCases(end: String) throws {
    var generator = SeededGenerator(seed: 7)
    var expected: [[Double?]] = [[], [], []]
    var text = "a,words,b,c\(end)"
    for row in 0..<150_000 {
      let a = Double(Int.random(in: 0...9, using: &generator))
      let b = Double(Int.random(in: -130...130, using: &generator))
      // Few values that are no bytes, and blanks.
      let c = row % 50_001 == 7 ? 0.5 : row % 9 == 0 ? nil : Double(row % 5)
      expected[0].append(a == 9 ? nil : a)
      expected[1].append(b == 9 ? nil : b)
      expected[2].append(c)
      let words = row % 3 == 0 ? "é" : "a longer word"
      let cell = c.map { $0 == 0.5 ? "0.5" : "\(Int($0))" } ?? ""
      text += "\(Int(a)),\(words),\(Int(b)),\(cell)\(end)"
    }
    #expect(text.utf8.count > 2 << 20)
    let found = try Self.read(text, scores: ["a", "b", "c"], missing: ["9"])
    for column in 0..<3 { #expect((found.scores.column(column) == expected[column]) as Bool) }
    let cut = try Self.read(text, scores: ["a", "b", "c"], missing: ["9"], cutEvery: 70_001)
    #expect((cut == found) as Bool)
    let words = try Self.read(text, scores: ["b"], levels: ["words"], missing: ["9"])
    let names = (0..<150_000).map { $0 % 3 == 0 ? "é" : "a longer word" }
    #expect((words.levels["words"]?.values == names) as Bool)
    #expect((words.scores.column(0) == expected[1]) as Bool)
  }

  @Test(arguments: [0, 150_000, 299_999]) func findsTheLineOfAFaultInALongText(row: Int) {
    var lines = Array(repeating: "1,22,-3,4,5", count: 300_000)
    lines[row] = "1,2,3,4,o"
    let text = "a,b,c,d,e\n" + lines.joined(separator: "\n") + "\n"
    #expect(
      throws: DelimitedTextError(
        .notANumber(column: "e", value: "o"), line: row + 2, column: 9)
    ) {
      try Self.read(text, scores: ["a", "b", "c", "d", "e"])
    }
  }

  @Test func readsTenThousandColumns() throws {
    let names = (1...10_000).map { "q\($0)" }
    let row = (1...10_000).map { "\($0 % 7)" }.joined(separator: ",")
    let text = names.joined(separator: ",") + "\n" + row + "\n" + row + "\n"
    let found = try Self.read(text, scores: names)
    #expect(found.scores.itemCount == 10_000)
    #expect(found.scores.column(9_999) == [4, 4])
    let selection = try ColumnSelection(items: "q*", among: found.columnNames)
    #expect(found.scores.selecting(selection.scales[0]).names == names)
  }

  @Test func refusesALineWithoutEnd() {
    let endless = Array("a\n\"".utf8) + Array(repeating: UInt8(ascii: "x"), count: 17 << 20)
    #expect(throws: DelimitedTextError(.tooLong, line: 2, column: 1)) {
      try Self.read(endless, scores: ["a"], cutEvery: 1 << 22)
    }
  }

  private static func read(
    _ text: String, scores: [String], levels: [String] = [], missing: [String] = [],
    format: DelimitedFormat = DelimitedFormat(), cutEvery length: Int = .max
  ) throws -> DataColumns {
    var format = format
    format.missing = missing
    return try read(
      Array(text.utf8), scores: scores, levels: levels, format: format, cutEvery: length)
  }

  private static func read(
    _ bytes: [UInt8], scores: [String], levels: [String] = [],
    format: DelimitedFormat = DelimitedFormat(), cutEvery length: Int = .max
  ) throws -> DataColumns {
    var parser = DelimitedParser(format: format) { _ in
      ColumnRequest(scores: scores, levels: levels)
    }
    var start = 0
    while start < bytes.count {
      let end = length < bytes.count - start ? start + length : bytes.count
      try bytes[start..<end].withUnsafeBufferPointer { try parser.parse($0) }
      start = end
    }
    return try parser.finish()
  }
}
