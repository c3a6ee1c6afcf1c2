import Foundation
import Testing

/// One question a screen, in a real terminal.
@Suite(.serialized) struct ScreenModeTests {
  @Test func arrowsAnswerThroughAResizeAndTheTerminalIsAsBefore() throws {
    let study = try Study(instrument: Study.short)
    let terminal = try Terminal(["run", study.path], columns: 80, rows: 60)
    try terminal.wait(for: "Press Enter to go on.")
    try terminal.type("")
    try terminal.wait(for: "asks three things")
    try terminal.type("")
    try terminal.wait(for: "Would you like to take part?")
    try terminal.type("1")
    try terminal.wait(for: "I feel calm here.")
    try terminal.press("Down")
    try terminal.wait(for: "> 1  Disagree")
    try terminal.press("Down")
    let wide = try terminal.wait(for: "> 2  In the middle")
    #expect(wide.components(separatedBy: "I feel calm here.").count == 2)
    try terminal.resize(columns: 40, rows: 40)
    try terminal.press("Down")
    let narrow = try terminal.wait(for: "> 3  Agree")
    #expect(narrow.split(separator: "\n").allSatisfy { $0.count <= 40 })
    let row = narrow.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.contains("Your answer:") }
    #expect(try terminal.cursor() == "\(try #require(row)) 14")
    try terminal.press("Enter")
    try terminal.wait(for: "I feel heard here.")
    try terminal.press("Escape")
    let hidden = try terminal.wait(for: "This screen is hidden.")
    #expect(!hidden.contains("heard"))
    try terminal.type("show")
    try terminal.wait(for: "I feel heard here.")
    try terminal.type("perhaps")
    try terminal.wait(for: "Sorry, I did not understand that.")
    try terminal.press("C-c")
    try terminal.wait(for: "What would you like us to do")
    try terminal.type("1")
    try terminal.wait(for: "Would you like to see a copy")
    try terminal.type("2")
    try terminal.wait(for: "Press Enter to close")
    try terminal.type("")
    let after = try terminal.wait(for: "settings as before")
    #expect(after.contains("finished with 0"))
    #expect(!after.contains("calm") && !after.contains("Samaritans"))
    _ = try study.attune("export")
    let row1 = try study.scratch.text("study/exports/responses.csv").split(separator: "\n")[1]
    #expect(row1.hasPrefix("1,full,3,"))
  }

  @Test(arguments: ["HUP", "TERM", "ABRT", "SEGV"])
  func whateverEndsItTheTerminalIsAsBefore(signal: String) throws {
    let study = try Study(instrument: Study.short)
    let terminal = try Terminal(["run", study.path, "--screen"], rows: 60)
    for (shown, line) in [
      ("Press Enter to go on.", ""), ("asks three things", ""), ("to take part?", "1"),
      ("I feel calm here.", "3"),
    ] {
      try terminal.wait(for: shown)
      try terminal.type(line)
    }
    try terminal.wait(for: "I feel heard here.")
    try terminal.signal(signal)
    let after = try terminal.wait(for: "settings as before")
    #expect(!after.contains("I feel heard here."))
    // A second process can write: what was answered is there, and nothing is locked.
    let status = try Program.run(["study", "status", study.path])
    #expect(status.status == 0, "\(status.messages)")
  }

  @Test func plainLinesAreOneWordAway() throws {
    let file = Program.root.appending(path: "instruments/keep.instrument").path()
    let terminal = try Terminal(["try", file], rows: 60)
    try terminal.wait(for: "Arrow keys choose")
    try terminal.type("plain")
    for _ in 0..<100 where try terminal.screen().contains("Arrow keys choose") {
      Thread.sleep(forTimeInterval: 0.05)
    }
    try terminal.type("help")
    let shown = try terminal.wait(for: "What you can type")
    #expect(!shown.contains("Arrow keys choose"))
    try terminal.press("C-c")
    try terminal.wait(for: "Press Enter to close")
    try terminal.type("")
    try terminal.wait(for: "settings as before")
  }

  @Test func aPipeIsNoScreen() throws {
    let file = Program.root.appending(path: "instruments/keep.instrument").path()
    let outcome = try Program.run(["try", file, "--screen"], input: "")
    #expect(outcome.status == 1)
    #expect(outcome.messages.contains("--screen needs a terminal to draw on"))
  }
}
