import Foundation
import Testing

/// A page of the documentation whose commands are run as they stand there.
///
/// In a `console` block a line `...` stands for any lines, and a day for any day. `ATTUNE_RECORD=1`
/// writes the output of commands whose block leaves nothing out into the page.
struct Document {
  struct Block {
    let language: String
    var lines: [String] = []
  }

  private struct Command {
    let line: String
    var output: [String] = []
  }

  let url: URL
  let scratch: ScratchFolder

  /// The page at `path`, and a clone as a new user has it, but for the program, which is the one
  /// under test.
  init(_ path: String) throws {
    url = Program.root.appending(path: path)
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

  func text() throws -> String { try String(contentsOf: url, encoding: .utf8) }

  func blocks(_ language: String) throws -> [Block] {
    var blocks: [Block] = []
    var isOpen = false
    for line in try text().split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if !isOpen { blocks.append(Block(language: String(line.dropFirst(3)))) }
        isOpen.toggle()
      } else if isOpen {
        blocks[blocks.count - 1].lines.append(String(line))
      }
    }
    return blocks.filter { $0.language == language }
  }

  func shell(_ line: String) throws -> Program.Outcome {
    try Program.run(
      ["-c", "exec 2>&1; \(line)"], of: "/bin/bash", in: scratch.url,
      environment: ["PATH": scratch.path("bin") + ":/usr/bin:/bin:/usr/local/bin"])
  }

  /// Runs every command of the console blocks and holds its output against the page.
  ///
  /// Returns how many there are.
  func runCommands() throws -> Int {
    var text = ""
    var rest = try self.text()
    let isRecording = ProcessInfo.processInfo.environment["ATTUNE_RECORD"] == "1"
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
        if isRecording, !command.output.contains("...") {
          let shown = (["$ " + command.line] + command.output).joined(separator: "\n")
          let found = (["$ " + command.line] + output).joined(separator: "\n")
          // Two blocks may show the same command; each is looked for below the one before.
          if let place = rest.range(of: shown) {
            text += rest[..<place.lowerBound] + found
            rest = String(rest[place.upperBound...])
          }
        } else {
          #expect(
            matches(output.map(dayless)[...], command.output.map(dayless)[...]),
            "$ \(command.line)\n\(output.joined(separator: "\n"))")
        }
      }
    }
    if isRecording { try Data((text + rest).utf8).write(to: url) }
    return count
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

  private func dayless(_ line: String) -> String {
    line.replacing(/20\d\d-\d\d-\d\d/, with: "2026-11-24")
  }
}
