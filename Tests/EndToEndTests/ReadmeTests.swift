import Foundation
import Testing

/// The README is a promise: every command and block in it is run here.
///
/// In a `console` block a line `...` stands for any lines. `ATTUNE_RECORD=1` writes the output of
/// commands whose block leaves nothing out into the README.
@Suite struct ReadmeTests {
  private let scratch: ScratchFolder
  private let readme: Document

  /// A clone as a new user has it, but for the program, which is the one under test.
  init() throws {
    scratch = try ScratchFolder()
    readme = try Document("README.md")
    for name in ["instruments", "datasets", "Makefile", ".ci"] {
      try FileManager.default.createSymbolicLink(
        atPath: scratch.path(name), withDestinationPath: Program.root.appending(path: name).path())
    }
    try FileManager.default.createDirectory(
      at: scratch.url.appending(path: "bin"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("bin/attune"), withDestinationPath: Program.path)
  }

  private func shell(_ line: String) throws -> Program.Outcome {
    try Program.run(
      ["-c", "exec 2>&1; \(line)"], of: "/bin/bash", in: scratch.url,
      environment: ["PATH": scratch.path("bin") + ":/usr/bin:/bin:/usr/local/bin"])
  }

  @Test func everyCommandDoesWhatTheReadmeShows() throws {
    let demo = try shell("make demo ATTUNE=bin/attune")
    #expect(demo.status == 0, "\(demo.output)")
    #expect(demo.output.contains("Cronbach's alpha"))
    #expect(demo.output.contains("Welch's t-test"))
    for file in ["reports/reliability.md", "reports/welch-t-test.csv", "exports/responses.csv"] {
      #expect(FileManager.default.fileExists(atPath: scratch.path("build/demo/" + file)), "\(file)")
    }

    var text = readme.text
    var count = 0
    for command in readme.blocks("console").flatMap(\.commands) {
      count += 1
      let output = try shell(command.line).output
      if ProcessInfo.processInfo.environment["ATTUNE_RECORD"] == "1",
        !command.output.contains("...")
      {
        text = text.replacingOccurrences(
          of: (["$ " + command.line] + command.output).joined(separator: "\n"),
          with: (["$ " + command.line] + Document.lines(of: output)).joined(separator: "\n"))
      } else {
        #expect(command.shows(output), "$ \(command.line)\n\(output)")
      }
    }
    #expect(count >= 10)
    if ProcessInfo.processInfo.environment["ATTUNE_RECORD"] == "1" {
      try Data(text.utf8).write(to: Program.root.appending(path: "README.md"))
    }
  }

  @Test func everyOtherCommandIsThere() throws {
    let lines = readme.blocks("sh").flatMap(\.lines)
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
    let shown = readme.blocks("instrument").flatMap(\.lines).filter { !$0.isEmpty }
    #expect(shown.count >= 7)
    for line in shown { #expect(keep.contains(line), "\(line)") }
  }

  @Test func everyLinkLeadsSomewhere() {
    #expect(readme.text.matches(of: /\]\(/).count >= 4)
    #expect(readme.brokenLinks.isEmpty)
  }
}
