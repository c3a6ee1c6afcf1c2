import AttuneTestSupport
import Foundation
import Testing

/// The runner in a real terminal, one test at a time.
@Suite(.serialized) struct TerminalTests {
  @Test func answersGoBackSkipStopAndResume() throws {
    let study = try Study()
    let terminal = try Terminal(["run", study.path, "--plain"])
    try terminal.wait(for: "Press Enter to go on.")
    try terminal.type("")
    try terminal.wait(for: "Where do you live?")
    try terminal.type("eng")
    try terminal.wait(for: "The research group would like to hear")
    try terminal.type("")
    try terminal.wait(for: "Would you like to take part?")
    try terminal.type("1")
    try terminal.wait(for: "How much would you like to answer?")
    try terminal.type("1")
    try terminal.wait(for: "We will call it")
    try terminal.type("")
    try terminal.wait(for: "I could be myself with staff.")
    try terminal.type("perhaps")
    try terminal.wait(for: "Sorry, I did not understand that.")
    try terminal.type("4")
    try terminal.wait(for: "Staff took time to get to know me.")
    try terminal.type("back")
    try terminal.wait(for: "I could be myself with staff.", times: 2)
    try terminal.type("agree a lot")
    try terminal.wait(for: "Staff took time to get to know me.", times: 2)
    try terminal.type("skip")
    try terminal.wait(for: "Staff did what they said they would do.")
    try terminal.press("C-c")
    let stopped = try terminal.wait(for: "What would you like us to do with your answers so far?")
    #expect(stopped.contains("Samaritans"))
    #expect(!stopped.lowercased().contains("error") && !stopped.lowercased().contains("invalid"))
    try terminal.type("b")
    try terminal.wait(for: "Staff did what they said they would do.", times: 2)
    try terminal.type("pause")
    try terminal.wait(for: "You have paused.")
    try terminal.type("k")
    let paused = try terminal.wait(for: "Press Enter to close")
    let code = try #require(Study.code(in: paused))
    try terminal.type("")
    let after = try terminal.wait(for: "finished with 0")
    #expect(!after.contains("Staff") && !after.contains("code"), "\(after)")

    let again = try Terminal(["resume", study.path, "--plain"])
    try again.wait(for: "three words")
    try again.type(code)
    try again.wait(for: "Carry on")
    try again.type("1")
    try again.wait(for: "Staff did what they said they would do.")
    try again.type("stop")
    try again.wait(for: "What would you like us to do with your answers so far?")
    try again.type("1")
    try again.wait(for: "Would you like to see a copy of your answers?")
    try again.type("2")
    try again.wait(for: "Press Enter to close")
    try again.type("")
    try again.wait(for: "finished with 0")

    _ = try study.attune("export")
    let rows = try study.scratch.text("study/exports/responses.csv").split(separator: "\n")
    let reasons = try study.scratch.text("study/exports/reasons.csv").split(separator: "\n")
    #expect(rows[0].hasPrefix("person,form,rel1,rel2,rel3"))
    #expect(rows[1].hasPrefix("1,full,5,,"))
    #expect(reasons[1].hasPrefix("1,full,,skipped,not_reached"))
  }

  /// A crash between two answers loses nothing that was shown as saved.
  @Test(arguments: 1...4)
  func nothingShownAsSavedIsLostWhenTheProgramIsKilled(answered: Int) throws {
    let study = try Study()
    let terminal = try Terminal(["run", study.path, "--plain"])
    let questions = [
      "I could be myself with staff.", "Staff took time to get to know me.",
      "Staff did what they said they would do.", "There was a member of staff I could trust.",
      "Staff were in a hurry when they saw me.",
    ]
    for (shown, line) in [
      ("Press Enter to go on.", ""), ("Where do you live?", "2"), ("would like to hear", ""),
      ("Would you like to take part?", "1"), ("How much would you like to answer?", "1"),
      ("We will call it", ""),
    ] {
      try terminal.wait(for: shown)
      try terminal.type(line)
    }
    for question in questions[..<answered] {
      try terminal.wait(for: question)
      try terminal.type("\(answered)")
    }
    let screen = try terminal.wait(for: questions[answered])
    let code = try #require(Study.code(in: screen))
    try terminal.kill()
    try terminal.wait(for: "finished with 137")

    let again = try study.attune("resume", input: "\(code)\n1\nstop\n1\n")
    #expect(again.status == 0, "\(again.output)\(again.messages)")
    #expect(again.output.contains(questions[answered]))
    _ = try study.attune("export")
    let row = try study.scratch.text("study/exports/responses.csv").split(separator: "\n")[1]
    let given = row.split(separator: ",", omittingEmptySubsequences: false)[2...].prefix(5)
    #expect(Array(given) == (0..<5).map { $0 < answered ? "\(answered)" : "" })
  }

  /// Ctrl-C in the middle of long work: what was there stays as it was, and nothing else is.
  @Test(arguments: ["csv", "json"])
  func nothingIsHalfWrittenWhereResamplingIsInterrupted(format: String) throws {
    let scratch = try ScratchFolder()
    try FileManager.default.createDirectory(
      atPath: scratch.path("out"), withIntermediateDirectories: true)
    let earlier = try scratch.write("from before\n", to: "out/reliability.csv")
    let target = scratch.path(format == "csv" ? "out/" : "out/all.json")
    let terminal = try Terminal([
      "reliability", Golden.file("statistics/data/likert_clean.csv"), "--items", "A1,A2,A3,B1,B2",
      "--interval", "bca", "--resamples", "1000000", "--format", format, "--output", target,
    ])
    try terminal.wait(for: "Drawing resamples")
    try terminal.press("C-c")
    try terminal.wait(for: "finished with 130")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: scratch.path("out"))
        == ["reliability.csv"])
    #expect(try String(contentsOfFile: earlier, encoding: .utf8) == "from before\n")
  }
}
