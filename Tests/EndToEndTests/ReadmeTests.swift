import Foundation
import Testing

/// The README is a promise: every command and block in it is run here.
@Suite struct ReadmeTests {
  private let readme: DocumentRun

  init() throws { readme = try DocumentRun("README.md") }

  @Test func everyCommandDoesWhatTheReadmeShows() throws {
    let demo = try readme.shell("make demo ATTUNE=bin/attune")
    #expect(demo.status == 0, "\(demo.output)")
    #expect(demo.output.contains("Cronbach's alpha"))
    #expect(demo.output.contains("Welch's t-test"))
    for file in ["reports/reliability.md", "reports/welch-t-test.csv", "exports/responses.csv"] {
      #expect(
        FileManager.default.fileExists(atPath: readme.scratch.path("build/demo/" + file)), "\(file)"
      )
    }

    #expect(try readme.runCommands() >= 10)
  }

  @Test func everyOtherCommandIsThere() throws {
    let lines = readme.page.blocks("sh").flatMap(\.lines)
    #expect(lines.contains("make demo") && lines.contains("make test"))
    for line in lines {
      let outcome =
        try line.hasPrefix("make ")
        ? readme.shell("make -n \(line.dropFirst(5))") : readme.shell(line)
      #expect(![2, 64, 127].contains(outcome.status), "\(line): \(outcome.output)")
    }
  }

  @Test func theInstrumentShownIsPartOfKeep() throws {
    let keep = try String(
      contentsOf: Program.root.appending(path: "instruments/keep.instrument"), encoding: .utf8
    ).split(separator: "\n").map(String.init)
    let shown = readme.page.blocks("instrument").flatMap(\.lines).filter { !$0.isEmpty }
    #expect(shown.count >= 7)
    for line in shown { #expect(keep.contains(line), "\(line)") }
  }

  @Test func everyLinkLeadsSomewhere() {
    #expect(readme.page.text.matches(of: /\]\(/).count >= 4)
    #expect(readme.page.brokenLinks.isEmpty)
  }
}
