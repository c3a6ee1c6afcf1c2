import Foundation
import Testing

/// The README is a promise: every command and block in it is run here.
///
/// In a `console` block a line `...` stands for any lines. `ATTUNE_RECORD=1` writes the output of
/// commands whose block leaves nothing out into the README.
@Suite struct ReadmeTests {
  private struct Block {
    let language: String
    var lines: [String] = []
  }

  private struct Command {
    let line: String
    var output: [String] = []
  }

  private let scratch: ScratchFolder

  /// A clone as a new user has it, but for the program, which is the one under test.
  init() throws {
    scratch = try ScratchFolder()
    for name in ["instruments", "datasets", "Makefile", ".ci"] {
      try FileManager.default.createSymbolicLink(
        atPath: scratch.path(name), withDestinationPath: Program.root.appending(path: name).path())
    }
    try FileManager.default.createDirectory(
      at: scratch.url.appending(path: "bin"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("bin/attune"), withDestinationPath: Program.path)
  }

  private func readme() throws -> String {
    try String(contentsOf: Program.root.appending(path: "README.md"), encoding: .utf8)
  }

  private func blocks(_ language: String) throws -> [Block] {
    var blocks: [Block] = []
    var isOpen = false
    for line in try readme().split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if !isOpen { blocks.append(Block(language: String(line.dropFirst(3)))) }
        isOpen.toggle()
      } else if isOpen {
        blocks[blocks.count - 1].lines.append(String(line))
      }
    }
    return blocks.filter { $0.language == language }
  }

  private func shell(_ line: String) throws -> Program.Outcome {
    try Program.run(
      ["-c", "exec 2>&1; \(line)"], of: "/bin/bash", in: scratch.url,
      environment: ["PATH": scratch.path("bin") + ":/usr/bin:/bin:/usr/local/bin"])
  }

  /// Whether `output` is `expected`, in which a line `...` stands for any lines.
  private func matches(_ output: ArraySlice<String>, _ expected: ArraySlice<String>) -> Bool {
    guard let first = expected.first else { return output.isEmpty }
    guard first == "..." else {
      return output.first == first && matches(output.dropFirst(), expected.dropFirst())
    }
    if expected.count == 1 { return true }
    return output.indices.contains {
      output[$0] == expected[expected.startIndex + 1]
        && matches(output[$0...], expected.dropFirst())
    }
  }

  @Test func everyCommandDoesWhatTheReadmeShows() throws {
    let demo = try shell("make demo ATTUNE=bin/attune")
    #expect(demo.status == 0, "\(demo.output)")
    #expect(demo.output.contains("Cronbach's alpha"))
    #expect(demo.output.contains("Welch's t-test"))
    for file in ["reports/reliability.md", "reports/welch-t-test.csv", "exports/responses.csv"] {
      #expect(FileManager.default.fileExists(atPath: scratch.path("build/demo/" + file)), "\(file)")
    }

    var text = try readme()
    var count = 0
    for block in try blocks("console") {
      var commands: [Command] = []
      for line in block.lines {
        if line.hasPrefix("$ ") {
          commands.append(Command(line: String(line.dropFirst(2))))
        } else if !commands.isEmpty {
          commands[commands.count - 1].output.append(line)
        }
      }
      for command in commands {
        count += 1
        var output = try shell(command.line).output.split(
          separator: "\n", omittingEmptySubsequences: false
        ).map(String.init)
        if output.last == "" { output.removeLast() }
        if ProcessInfo.processInfo.environment["ATTUNE_RECORD"] == "1",
          !command.output.contains("...")
        {
          text = text.replacingOccurrences(
            of: (["$ " + command.line] + command.output).joined(separator: "\n"),
            with: (["$ " + command.line] + output).joined(separator: "\n"))
        } else {
          #expect(
            matches(output[...], command.output[...]),
            "$ \(command.line)\n\(output.joined(separator: "\n"))")
        }
      }
    }
    #expect(count >= 10)
    if ProcessInfo.processInfo.environment["ATTUNE_RECORD"] == "1" {
      try Data(text.utf8).write(to: Program.root.appending(path: "README.md"))
    }
  }

  @Test func everyOtherCommandIsThere() throws {
    let lines = try blocks("sh").flatMap(\.lines)
    #expect(lines.contains("make demo") && lines.contains("make test"))
    for line in lines {
      let outcome =
        try line.hasPrefix("make ") ? shell("make -n \(line.dropFirst(5))") : shell(line)
      #expect(![2, 64, 127].contains(outcome.status), "\(line): \(outcome.output)")
    }
  }

  @Test func theInstrumentShownIsPartOfKeep() throws {
    let keep = try String(
      contentsOf: Program.root.appending(path: "instruments/keep.instrument"), encoding: .utf8
    ).split(separator: "\n").map(String.init)
    let shown = try blocks("instrument").flatMap(\.lines).filter { !$0.isEmpty }
    #expect(shown.count >= 7)
    for line in shown { #expect(keep.contains(line), "\(line)") }
  }

  @Test func everyLinkLeadsSomewhere() throws {
    let links = try readme().matches(of: /\]\(([^)]+)\)/).map { String($0.output.1) }
    #expect(links.count >= 4)
    for link in links where !link.hasPrefix("http") {
      let path = Program.root.appending(path: link).path()
      #expect(FileManager.default.fileExists(atPath: path), "\(link)")
    }
  }
}
