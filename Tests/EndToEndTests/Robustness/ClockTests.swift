import AttuneInstrument
import Foundation
import Testing

@testable import AttuneStore

/// A clock that jumps, stands still or runs wild spoils no answer, no order and no length.
@Suite(.serialized, .enabled(if: isLinux)) struct ClockTests {
  /// Seconds since 1970 of a time in UTC.
  private static func seconds(_ time: String) throws -> Double {
    let text = time.replacingOccurrences(of: " ", with: "T") + "Z"
    return try #require(ISO8601DateFormatter().date(from: text)).timeIntervalSince1970
  }

  private static let finishes = (1...Trial.questions).map { "\(Trial.answer(to: $0))\n" }.joined()

  /// What the clock says when a person begins, and when they come back.
  static let scenarios = [
    ("it is set back a day", "2026-11-28 12:00:00", "2026-11-27 12:00:00"),
    ("it is set back years", "2026-11-28 12:00:00", "1999-12-31 23:59:59"),
    ("it is set forward years", "2026-11-28 12:00:00", "2037-01-01 00:00:00"),
    ("summer time ends", "2026-10-25 00:59:50", "2026-10-25 01:00:10"),
    ("it stands still", "2026-11-28 12:00:00", "2026-11-28 12:00:00"),
    ("a leap day begins", "2028-02-28 23:59:59", "2028-02-29 00:00:01"),
  ]

  @Test(arguments: scenarios)
  func spoilsNothing(name: String, begun: String, back: String) throws {
    let text = Trial.instrument.replacingOccurrences(
      of: "  answer: agreement\n", with: "  times kept: to the minute\n  answer: agreement\n")
    let study = try Study(instrument: text)
    try study.scratch.write(
      study.scratch.text("study/study.study").replacing(
        /helplines checked on: .*/, with: "helplines checked on: \(begun.prefix(10))"),
      to: "study/study.study")
    func at(_ time: String, _ command: String, _ input: String) throws -> Program.Outcome {
      try Program.run(
        [command, study.path], input: input,
        environment: [
          "LD_PRELOAD": Trial.library, "TZ": "Europe/London",
          "ATTUNE_DISK_CLOCK": "\(Int(try Self.seconds(time)))",
        ])
    }
    let first = try at(begun, "run", "\n\n1\n1\n2\npause\nk\n")
    #expect(first.status == 0, "\(first.messages)")
    let code = try #require(Study.code(in: first.output), "\(first.output)\(first.messages)")
    let rest = Self.finishes.dropFirst(4) + "\n"
    let again = try at(back, "resume", "\(code)\n1\n\(rest)\n2\n")
    #expect(again.status == 0, "\(name): \(again.output.suffix(300))\(again.messages)")
    let store = try ResponseStore(path: study.path + "/answers.sqlite")
    let session = try #require(try store.sessions().first)
    let lost = Trial.lost(of: Trial.questions, in: session.events)
    #expect(lost.isEmpty, "\(name)")
    #expect(session.state == .finished)
    #expect((session.times?.minutes ?? 0) >= 0)
    try store.close()
    Trial.report("clock: \(name)", failures: lost.count, of: Trial.questions)
  }
}
