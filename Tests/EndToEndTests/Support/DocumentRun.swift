import Foundation
import Testing

/// A page of the documentation whose commands are run as they stand there.
///
/// `ATTUNE_RECORD=1` writes the output of commands whose block leaves nothing out into the page.
struct DocumentRun {
  let page: Document
  let scratch: ScratchFolder

  /// The page at `path`, and a clone as a new user has it, but for the program, which is the one
  /// under test.
  init(_ path: String) throws {
    page = try Document(path)
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
    var rest = page.text
    let isRecording = ProcessInfo.processInfo.environment["ATTUNE_RECORD"] == "1"
    let commands = page.blocks("console").flatMap(\.commands)
    for command in commands {
      let output = try shell(command.line).output
      guard isRecording, !command.output.contains("...") else {
        #expect(command.shows(output), "$ \(command.line)\n\(output)")
        continue
      }
      let shown = (["$ " + command.line] + command.output).joined(separator: "\n")
      // Two blocks may show the same command; each is looked for below the one before.
      if let place = rest.range(of: shown) {
        text += rest[..<place.lowerBound]
        text += (["$ " + command.line] + Document.lines(of: output)).joined(separator: "\n")
        rest = String(rest[place.upperBound...])
      }
    }
    if isRecording { try Data((text + rest).utf8).write(to: page.url) }
    return commands.count
  }
}
