import Foundation
import Testing

/// Files that are no questionnaire at all: each is told, by every command that reads one, and none
/// keeps anybody waiting.
@Suite struct UnreadableInputTests {
  private static let commands = [["check"], ["format"], ["fix"], ["try"]]

  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func expectTold(
    _ path: String, _ words: String..., named name: String? = nil, input: Data = Data(),
    by commands: [[String]] = commands, sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    for command in commands {
      let outcome = try Program.run(command + [path], input: input)
      #expect(outcome.status == 1, "\(command)", sourceLocation: sourceLocation)
      let said = outcome.output + outcome.messages
      for word in words + [name ?? path] {
        #expect(said.contains(word), "\(command): \(said)", sourceLocation: sourceLocation)
      }
      for trace in ["Fatal", "rror:", "Domain=", "NSCocoa", "errno"] {
        #expect(!said.contains(trace), "\(command): \(said)", sourceLocation: sourceLocation)
      }
    }
  }

  private func file(_ bytes: [UInt8], _ name: String = "a.instrument") throws -> String {
    try scratch.write(Data(bytes), to: name)
  }

  @Test func nothingAtAll() throws {
    let empty = try file([])
    try expectTold(empty, "This file does not say what it is", by: [["check"], ["try"]])
    try expectTold(empty, "lines that I could not read", by: [["format"]])
    let fix = try Program.run(["fix", empty])
    #expect(fix.messages.contains("1 must still be fixed"))
    try expectTold(
      "-", "This file does not say what it is", named: "standard input", by: [["check"]])
  }

  @Test func bytesThatAreNoText() throws {
    try expectTold(
      try file([0x7F, 0x45, 0x4C, 0x46, 0x0A, 0x00, 0x01]), "not a plain text file (line 2)")
    try expectTold(
      try file(Array("item a: caf".utf8) + [0xE9, 0x0A]), "the byte E9 in line 1 is not UTF-8",
      "In Windows-1252 it would be é", "save the file again as UTF-8")
    let wide: [UInt8] = [0xFF, 0xFE] + "item a: A".utf8.flatMap { [$0, UInt8(0)] }
    try expectTold(try file(wide), "UTF-16", "save it again as UTF-8")
  }

  @Test func aFolder() throws {
    try expectTold(scratch.url.path(), "is a folder", by: [["check"], ["format"], ["fix"]])
  }

  @Test func aFileThatIsNotThere() throws {
    try expectTold(scratch.path("nowhere.instrument"), "could not find")
    try expectTold(try file([0x61]) + "/under", "could not find")
  }

  /// The administrator may read everything, so the program runs as nobody.
  @Test(.enabled(if: geteuid() != 0 || FileManager.default.isExecutableFile(atPath: setpriv)))
  func aFileThatOneMayNotRead() throws {
    let path = try file(Array("item a: A".utf8))
    try FileManager.default.setAttributes([.posixPermissions: 0o000], ofItemAtPath: path)
    for command in Self.commands {
      let asNobody = ["--reuid=65534", "--clear-groups", Program.path]
      let outcome =
        geteuid() == 0
        ? try Program.run(asNobody + command + [path], of: Self.setpriv)
        : try Program.run(command + [path])
      #expect(outcome.status == 1)
      #expect(
        outcome.messages.contains("I am not allowed to read '\(path)'"), "\(outcome.messages)")
    }
  }

  private static let setpriv = "/usr/bin/setpriv"

  @Test func aPipeThatNobodyWritesTo() throws {
    let pipe = scratch.path("pipe")
    #expect(mkfifo(pipe, 0o600) == 0)
    try expectTold(pipe, "is a pipe, and nothing has come out of it", by: [["check"]])
  }

  @Test func aPipeFromAProgramIsRead() throws {
    let outcome = try Program.run(
      ["-c", "'\(Program.path)' check <(cat instruments/keep.instrument)"], of: "/bin/bash")
    #expect(outcome.status == 0, "\(outcome.messages)")
    #expect(outcome.messages.contains("nothing to change"))
  }

  /// What never ends is read up to the most that a questionnaire may have.
  @Test func aSourceThatNeverEnds() throws {
    try expectTold("/dev/zero", "over 1 MiB")
    for words in ["/dev/zero", "<(yes)"] {
      let call = words.hasPrefix("/") ? "check - < \(words)" : "check \(words)"
      let outcome = try Program.run(["-c", "'\(Program.path)' \(call)"], of: "/bin/bash")
      #expect(outcome.status == 1)
      #expect(outcome.messages.contains("over 1 MiB"), "\(outcome.messages)")
    }
  }

  @Test func aFileOfData() throws {
    let path = try file([])
    #expect(truncate(path, 100 << 20) == 0)
    try expectTold(path, "over 1 MiB", "Is it a file of data?")
    let outcome = try Program.run(
      ["-c", "'\(Program.path)' format - < '\(path)'"], of: "/bin/bash")
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains("standard input: it is over 1 MiB"), "\(outcome.messages)")
  }

  /// The name of a file may hold anything; it cannot drive the terminal.
  @Test func aNameThatDrivesATerminal() throws {
    let hostile = "a\u{1B}[31m\u{202E}b.instrument"
    let shown = "a?[31m?b.instrument"
    try expectTold(
      try file([], hostile), named: shown, by: [["check"], ["format"]])
    try expectTold(try file([0], hostile), named: shown)
    try expectTold(scratch.path("no" + hostile), named: "no" + shown)
    for style in ["--text", "--lines", "--json", "--spoken"] {
      let outcome = try Program.run(["check", style, try file([], hostile)])
      let all = outcome.output + outcome.messages
      #expect(!all.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" }, "\(style)")
    }
  }
}
