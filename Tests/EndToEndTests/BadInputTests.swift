import Foundation
import Testing

/// What a person meets who gives the command something that it cannot use.
@Suite struct BadInputTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  /// Nothing that only its makers could read: no trace of a stack, no type's name, no NaN.
  private func expectClear(
    _ outcome: Program.Outcome, says words: String..., status: Int32 = 1,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) {
    #expect(outcome.status == status, "\(outcome.messages)", sourceLocation: sourceLocation)
    let all = outcome.output + outcome.messages
    // Notes are broken to the width of the terminal.
    let unbroken = all.split { $0.isWhitespace }.joined(separator: " ")
    for words in words {
      #expect(
        all.contains(words) || unbroken.contains(words), "\(all)", sourceLocation: sourceLocation)
    }
    for trace in ["Fatal error", "Domain=", "NSCocoa", "nan", "inf)", "0x", "Swift."] {
      #expect(!all.contains(trace), "\(all)", sourceLocation: sourceLocation)
    }
  }

  // MARK: Instruments

  @Test func aMissingFile() throws {
    expectClear(try Program.run(["check", "nowhere.instrument"]), says: "could not find")
    expectClear(try Program.run(["try", "nowhere.instrument"]), says: "could not find")
  }

  @Test func aFolderWhereAFileIsNeeded() throws {
    expectClear(try Program.run(["check", scratch.url.path()]), says: "is a folder")
  }

  @Test func aFileThatIsNotText() throws {
    let latin = try scratch.write(
      Data([0x69, 0x74, 0x65, 0x6D, 0x20, 0xE9, 0x0A]), to: "a.instrument")
    expectClear(try Program.run(["check", latin]), says: "line 1", "UTF-8")
    let binary = try scratch.write(Data([0x7F, 0x45, 0x4C, 0x46, 0x00, 0x01]), to: "b.instrument")
    expectClear(try Program.run(["check", binary]), says: "line 1")
  }

  @Test func anEmptyInstrument() throws {
    let file = try scratch.write("", to: "empty.instrument")
    expectClear(
      try Program.run(["check", file]), says: "This file does not say what it is", "A110")
  }

  /// Ten different faults in one file: each is reported in the same run, with its place.
  @Test func tenDifferentFaultsAtOnce() throws {
    let file = try scratch.write(Self.tenFaults, to: "ten.instrument")
    let lines = try Program.run(["check", "--lines", file])
    let places = [
      "3:11: must fix: I do not know the status \"draft, unvalidted\" [A306]",
      "7:11: must fix: I do not know the answer kind \"agree\" [A221]",
      "21:3: must fix: The code 2 is used twice [A210]",
      "25:6: must fix: Two things are called \"one\" [A120]",
      "26:6: must fix: This item has no words [A224]",
      "27:6: must fix: There is nothing to choose from [A222]",
      "30:14: must fix: There is no question called \"fvie\" [A231]",
      "31:3: must fix: Nobody can be made to answer [A201]",
      "33:1: must fix: I could not read this line [A100]",
      "35:11: must fix: How is heard scored? [A264]",
      "37:14: must fix: There is no item called \"fuor\" [A272]",
      "38:18: must fix: \"one\" is listed both ways round [A261]",
    ]
    #expect(lines.status == 1)
    #expect(
      lines.output.split(separator: "\n").map(String.init) == places.map { "\(file):\($0)" })

    let text = try Program.run(["check", file])
    expectClear(text, says: "did you mean \"five\"?", "did you mean \"agree5\"?", "use 3")
    #expect(text.output.components(separatedBy: "  Fix (").count > 10)
    #expect(text.output.contains("and 2 more"))
    #expect(!text.output.lowercased().contains("error"))
    expectClear(try Program.run(["try", file]), says: "has to be mended first")
  }

  private static let tenFaults = """
    instrument ten: Ten faults
      version: 0.1.0
      status: draft, unvalidted
      language: en-GB
      author: The attune project
      licence: CC BY 4.0
      answer: agree

    information
      > A few questions.

    consent: Taking part
      must agree taking_part: I want to take part.

    support: Help
      contact: Samaritans, call 116 123

    scale agree5
      1 = Disagree
      2 = In the middle
      2 = Agree

    section a: First part
    item one: I feel heard.
    item one: I feel safe.
    item two
    item three: How often?
      answer: choose one
    item four: I am asked what I want.
      show when: fvie is 1
      required: yes
    item five: Staff listen.
    this line is not anything

    construct heard: Feeling heard
      higher means: people feel more heard
      uses: one, fuor
      uses reversed: one

    """

  // MARK: Data

  private func reliability(_ csv: String, _ more: String...) throws -> Program.Outcome {
    let file = try scratch.write(csv, to: "data.csv")
    return try Program.run(["reliability", file] + (more.isEmpty ? ["--items", "*"] : more))
  }

  @Test func aMissingDataFile() throws {
    expectClear(
      try Program.run(["reliability", "nowhere.csv", "--items", "a,b"]), says: "nowhere.csv")
  }

  @Test(arguments: [
    ("", "data.csv, line 1", "nothing to read"),
    ("a,b\n", "data.csv, line 2", "no case"),
    ("a,b\n1,2\n1\n", "data.csv, line 3, character 1", "1 cell"),
    ("a,b\n1,2\n1,2,3\n", "data.csv, line 3", "3 cells"),
    ("a,b\n1,some\n", "data.csv, line 2, character 3", "'some' in column 'b' is not a number"),
    ("a,b\n1,\"2\n", "data.csv, line 2, character 3", "never closed"),
    ("a,a\n1,2\n", "data.csv, line 1", "two columns are called 'a'"),
    ("a,b\n1e999,2\n", "data.csv, line 2", "too large"),
    ("a,b\n0x10,2\n", "data.csv, line 2", "not a number"),
    ("a,b\n1,2\n3,NaN\n", "data.csv, line 3, character 3", "'NaN' in column 'b' is not a number"),
    ("a,b\ninf,2\n", "data.csv, line 2, character 1", "'inf' in column 'a' is not a number"),
    ("a;b\n1,5;2\n", "data.csv, line 2, character 1", "is the comma a decimal mark here?"),
    ("a;b\n1;2\n1,2\n", "data.csv, line 3, character 1", "has 1 cell, and there are 2 columns"),
    ("a,b\n1,2\n1,\0\n", "data.csv, line 3, character 3", "a byte 0"),
  ])
  func aFileThatCannotBeRead(csv: String, place: String, words: String) throws {
    let outcome = try reliability(csv)
    #expect(outcome.output.isEmpty)
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains(place), "\(outcome.messages)")
    #expect(outcome.messages.contains(words), "\(outcome.messages)")
  }

  @Test func anArchiveIsReadAndABrokenOneNamed() throws {
    let file = try scratch.write("a,b\n1,2\n2,3\n4,3\n", to: "data.csv")
    let plain = try Program.run(["reliability", file, "--items", "a,b", "--table", "reliability"])
    let zipped = try Program.run(["-c", "gzip --keep '\(file)'"], of: "/bin/bash")
    #expect(zipped.status == 0)
    let call = ["--items", "a,b", "--table", "reliability"]
    #expect(try Program.run(["reliability", file + ".gz"] + call).output == plain.output)
    let packed = try Data(contentsOf: URL(filePath: file + ".gz"))
    #expect(try Program.run(["reliability", "-"] + call, input: packed).output == plain.output)
    expectClear(
      try Program.run(["reliability", "-"] + call, input: packed.dropLast(5)),
      says: "standard input breaks off before the end of its gzip archive")
    expectClear(
      try Program.run(["reliability", "-"] + call, input: Data([0x50, 0x4B, 3, 4])),
      says: "save the sheet as CSV")
  }

  /// A table of one endless line, from a program that writes 1 GB: refused after 16 MB of it, in a
  /// process that may not take more memory than that needs.
  @Test(.enabled(if: canLimitMemory))
  func aGigabyteWithoutALineEnd() throws {
    let outcome = try Program.run(
      [
        "-c",
        "ulimit -v 1500000; (printf 'a,b\\n1,2\\n'; yes 1 | tr -d '\\n' | head -c 1G)"
          + " | '\(Program.path)' reliability - --items a,b",
      ], of: "/bin/bash")
    expectClear(
      outcome, says: "standard input, line 3, character 1: this line goes on for more than 16 MB")
  }

  private static var canLimitMemory: Bool {
    #if os(Linux)
      true
    #else
      false
    #endif
  }

  @Test func tenThousandColumns() throws {
    let columns = (1...10_000).map { "A\($0)" }
    let rows = (0..<6).map { row in
      columns.indices.map { String(($0 * 7 + row * row) % 5 + 1) }.joined(separator: ",")
    }
    let file = try scratch.write(
      ([columns.joined(separator: ",")] + rows).joined(separator: "\n") + "\n", to: "wide.csv")
    let some = try Program.run([
      "reliability", file, "--items", "A9998,A9999,A10000", "--format", "csv", "--table", "items",
    ])
    #expect(some.status == 0, "\(some.messages)")
    #expect(some.output.split(separator: "\n").count == 4)
    let ragged = try scratch.write(
      ([columns.joined(separator: ",")] + [rows[0], rows[1].dropLast(2) + ""]).joined(
        separator: "\n"), to: "ragged.csv")
    expectClear(
      try Program.run(["describe", ragged, "--items", "A*"]),
      says: "line 3, character 1: this line has 9999 cells, and there are 10000 columns")
  }

  // Minus nothing is nothing.
  @Test func minusZeroIsZero() throws {
    #expect(
      try reliability("a,b\n-0,2\n1,3\n4,3\n").output
        == reliability("a,b\n0,2\n1,3\n4,3\n").output)
  }

  @Test(arguments: [
    ("a\n1\n2\n3\n", "at least 2 usable items are needed and there is 1"),
    ("a,b\n1,2\n", "at least 2 complete cases are needed and there is 1"),
    ("a,b\n,\n,\n", "at least 2 usable items are needed and there are 0"),
    ("a,b\n3,1\n3,2\n", "at least 2 usable items are needed and there is 1"),
  ])
  func dataWithoutAnAnswer(csv: String, words: String) throws {
    expectClear(
      try reliability(csv), says: "Cronbach's alpha of 'items' is not available because \(words).")
  }

  @Test func aWrongColumnNameGetsTheNearest() throws {
    expectClear(
      try reliability("heard,rushed,calm\n1,2,3\n2,3,3\n", "--items", "heard,rusehd"),
      says: "no column 'rusehd'", "did you mean 'rushed'?")
    let file = try scratch.write("score,team\n1,a\n2,b\n", to: "groups.csv")
    expectClear(
      try Program.run(["compare", file, "score", "--by", "taem"]), says: "did you mean 'team'?")
  }

  @Test func reversingNeedsTheDeclaredRange() throws {
    expectClear(try reliability("a,b\n1,2\n2,3\n", "--items", "a,b-"), says: "--range 1..5")
  }

  @Test func aConstantItemIsLeftOutByName() throws {
    let outcome = try reliability("a,b,c\n1,3,1\n2,3,3\n4,3,4\n2,3,2\n")
    expectClear(
      outcome, says: "'b' is left out because it has the same value for everyone", status: 0)
  }

  @Test func aValueOutsideTheDeclaredRangeIsPointedOut() throws {
    let outcome = try reliability(
      "a,b\n1,2\n2,99\n4,3\n5,5\n", "--items", "a,b", "--range", "1..5")
    expectClear(outcome, says: "'b' has 1 value outside the declared range 1..5", status: 0)
  }

  @Test(arguments: [
    ("score,team\n1,a\n2,a\n", "'team' names 1 group", 1),
    ("score,team\n1,a\n1,b\n1,c\n", "at least 2 cases in group 'a' are needed and there is 1", 1),
    ("score,team\n1,a\n1,a\n1,b\n1,b\n", "is the same for everyone", 1),
    ("score,team\n,a\n,b\n", "names no group with a score", 1),
    // Ranks need less, and are shown.
    ("score,team\n1,a\n2,b\n3,c\n", "at least 2 cases in group 'a' are needed and there is 1", 0),
    ("score,team\n1,a\n2,a\n3,b\n", "at least 2 cases in group 'b' are needed and there is 1", 0),
    ("score,team\n1,a\n1,a\n2,b\n2,b\n", "is the same for everyone", 0),
  ])
  func groupsThatCannotBeCompared(csv: String, words: String, status: Int32) throws {
    let file = try scratch.write(csv, to: "groups.csv")
    expectClear(
      try Program.run(["compare", file, "score", "--by", "team"]), says: words, status: status)
  }

  @Test(arguments: [
    ["reliability"], ["compare", "x.csv"],
    ["reliability", "x.csv", "--items", "a", "--level", "95"],
    ["compare", "x.csv", "a", "--by", "b", "--groups", "one"], ["export", "x", "--format", "doc"],
    ["check"], ["chekc", "x.instrument"],
  ])
  func aCommandLineThatIsNotUnderstoodExitsWith64(arguments: [String]) throws {
    #expect(try Program.run(arguments).status == 64)
  }

  @Test func severalTablesNeedAFolder() throws {
    let file = try scratch.write("a,b\n1,2\n2,3\n4,3\n", to: "data.csv")
    let call = ["reliability", file, "--items", "a,b", "--format", "csv"]
    expectClear(try Program.run(call), says: "Name a folder with --output")
    let output = scratch.path("tables")
    #expect(try Program.run(call + ["--output", output]).status == 0)
    #expect(try scratch.text("tables/items.csv").hasPrefix("scale,item,"))
  }

  @Test func aPlaceThatCannotBeWrittenIsNamed() throws {
    let file = try scratch.write("a,b\n1,2\n2,3\n4,3\n", to: "data.csv")
    let outcome = try Program.run([
      "reliability", file, "--items", "a,b", "--output", file + "/under/a/file.txt",
    ])
    expectClear(outcome, says: "could not write", "file.txt")
  }

  // MARK: Studies

  @Test func aFolderWithoutAStudyFile() throws {
    expectClear(try Program.run(["run", scratch.url.path()]), says: "attune study new")
  }

  @Test func aStudyThatIsAlreadyThere() throws {
    try scratch.write("mine", to: "study")
    expectClear(
      try Program.run([
        "study", "new", scratch.path("study"), "--instrument", "instruments/keep.instrument",
      ]), says: "already there; nothing was changed")
    #expect(try scratch.text("study") == "mine")
  }
}
