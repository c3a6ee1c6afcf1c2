import Foundation
import Testing

/// A questionnaire to start from: written, tried out, and not yet asked.
@Suite struct NewTests {
  private let scratch: ScratchFolder

  init() throws { scratch = try ScratchFolder() }

  private func attune(_ arguments: String..., input: String = "") throws -> Program.Outcome {
    try Program.run(arguments, input: input, in: scratch.url)
  }

  @Test func canBeTriedOutAtOnce() throws {
    let made = try attune("new", "being_met")
    #expect(made.status == 0)
    #expect(made.messages.hasPrefix("'being_met.instrument' is ready.\n"))
    #expect(
      try scratch.text("being_met.instrument").contains("\ninstrument being_met: Being met\n"))

    let checked = try attune("check", "--advice", "--lines", "being_met.instrument")
    #expect(checked.status == 0)
    #expect(checked.output.split(separator: "\n").allSatisfy { $0.hasSuffix("[A315]") })
    #expect(try attune("format", "--check", "being_met.instrument").status == 0)

    let tried = try attune("try", "being_met.instrument", input: "\n\n1\n\n5\n4\n4\n2\n\n2\n")
    #expect(tried.status == 0, "\(tried.output)")
    #expect(tried.output.contains("Your answer: 5"))
    #expect(tried.output.contains("I felt rushed when we met."))
  }

  @Test func takesATitleAndAPlace() throws {
    let made = try attune(
      "new", "met", "--title", "Being  met\n# well", "-o", "forms/met.instrument")
    #expect(made.status == 0)
    #expect(
      try scratch.text("forms/met.instrument").contains("\ninstrument met: Being met # well\n"))
  }

  @Test func neverOverwrites() throws {
    try scratch.write("mine", to: "met.instrument")
    let refused = try attune("new", "met")
    #expect(refused.status == 1)
    #expect(refused.messages.contains("'met.instrument' is already there; nothing was changed."))
    #expect(try scratch.text("met.instrument") == "mine")
  }

  @Test(arguments: [
    ("Being met", "being_met"), ("2nd", "study_2nd"), ("../met", "study____met"),
    ("met\n# x", "met___x"),
  ])
  func saysWhichNamesItCanHave(_ name: String, _ other: String) throws {
    let refused = try attune("new", name)
    #expect(refused.status == 1)
    #expect(refused.messages.contains("Would '\(other)' do?"), "\(refused.messages)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.url.path()).isEmpty)
  }

  /// Nobody is asked with "[write here: …]" before their eyes.
  @Test func realAnswersWaitUntilItIsWritten() throws {
    _ = try attune("new", "met")
    let study = try Study(instrument: try scratch.text("met.instrument"))
    let waiting = try study.attune("run")
    #expect(waiting.status == 1)
    #expect(
      waiting.messages.contains(
        "'asked.instrument' still says [write here: ...], in line 12, line 21"),
      "\(waiting.messages)")
  }
}
