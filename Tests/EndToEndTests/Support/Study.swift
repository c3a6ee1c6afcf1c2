import Foundation
import GRDB
import Testing

@testable import AttuneStore

/// A study that is ready for real answers, in a folder that is gone when the test is over.
final class Study {
  let scratch: ScratchFolder
  var path: String { scratch.path("study") }

  /// Makes a study that asks `instrument`, or `keep`.
  init(instrument: String? = nil) throws {
    scratch = try ScratchFolder()
    let text =
      try instrument
      ?? String(
        contentsOf: Program.root.appending(path: "instruments/keep.instrument"), encoding: .utf8)
    let file = try scratch.write(text, to: "asked.instrument")
    let made = try Program.run(["study", "new", path, "--instrument", file])
    #expect(made.status == 0, "\(made.messages)")
    try scratch.write(Self.filledIn, to: "study/study.study")
  }

  /// The same study in another folder, nobody having answered yet.
  init(copying other: Study) throws {
    scratch = try ScratchFolder()
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    for name in ["asked.instrument", "study.study"] {
      try FileManager.default.copyItem(
        atPath: other.path + "/" + name, toPath: path + "/" + name)
    }
  }

  /// Every detail that people are told; the helplines were checked on the day of the test.
  private static var filledIn: String {
    let day = ISO8601DateFormatter().string(from: Date()).prefix(10)
    return """
      study study: A study
        instrument: asked.instrument
        team: The research group
        contact: 01632 960000
        complaints: The trust's complaints office
        purpose: services to improve
        kept where: on this computer
        who sees: the research group
        withdraw until: 2999-01-01
        keep until: 2999-12-31
        helplines checked on: \(day)

      """
  }

  func attune(_ command: String, _ more: String..., input: String = "") throws -> Program.Outcome {
    try Program.run([command, path] + more, input: input)
  }

  /// Changes the store as the program itself would: for what a test cannot wait for.
  func edit(_ sql: String, _ arguments: StatementArguments = []) throws {
    let store = try ResponseStore(path: path + "/answers.sqlite")
    try store.writing { try $0.execute(sql: sql, arguments: arguments) }
    try store.close()
  }

  /// The code that a transcript showed.
  static func code(in transcript: String) -> String? {
    transcript.firstMatch(of: /code:\s+([a-z]+)\s+([a-z]+)\s+([a-z]+)\./).map {
      "\($0.output.1) \($0.output.2) \($0.output.3)"
    }
  }

  /// A short questionnaire: two scales items, a choice and a text.
  static let short = """
    instrument short: A short one
      version: 1.0.0
      status: draft, unvalidated
      language: en-GB
      author: The attune project
      licence: CC BY 4.0
      answer: agreement
      offer: prefer not to say

    information: About this
      > {team} asks three things.

    consent: Taking part
      must agree taking_part: I want to take part.

    support: If this brings things up
      contact: Samaritans, call 116 123, free, day or night

    scale agreement
      1 = Disagree
      2 = In the middle
      3 = Agree

    section main: Main part
    item calm: I feel calm here.
    item heard: I feel heard here.
    item safe: I feel safe here.

    construct ease: Ease
      higher means: more at ease
      uses: calm, heard, safe
      score: mean, all answered

    """
}
