import AttuneInstrument
import AttuneSession
import Foundation
import Testing

@testable import AttuneStore

/// Two programs that write in one store: nothing is lost or mixed, and nobody reads "busy".
@Suite(.serialized) struct TwoProgramsTests {
  @Test func loseAndMixNothing() async throws {
    let rounds = Trial.count(2, long: 13)
    let study = try Study(instrument: Trial.instrument)
    let path = study.path
    let outcomes = try await withThrowingTaskGroup(of: [Program.Outcome].self) { group in
      for _ in 0..<2 {
        group.addTask {
          try (0..<rounds).map { _ in try Program.run(["run", path], input: Trial.typed) }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    for outcome in outcomes {
      #expect(outcome.status == 0, "\(outcome.messages)")
      #expect(!(outcome.output + outcome.messages).lowercased().contains("busy"))
    }
    let store = try ResponseStore(path: path + "/answers.sqlite")
    let sessions = try store.sessions()
    #expect(sessions.count == 2 * rounds)
    let lost = sessions.map { Trial.lost(of: Trial.questions, in: $0.events).count }.reduce(0, +)
    Trial.report(
      "two programs: answers lost or mixed", failures: lost,
      of: 2 * rounds * Trial.questions, "half by each of two programs")
    #expect(lost == 0)
    try store.close()
  }

  /// Another program keeps the store for itself: the second one says so, and goes on when it can.
  @Test func theSecondIsToldThatItWaits() throws {
    let study = try Study(instrument: Study.short)
    _ = try study.attune("run", input: "\n\n1\n3\n2\n3\n\n2\n")
    let lock = open(study.path + "/answers.sqlite.lock", O_RDWR)
    defer { close(lock) }
    try #require(flock(lock, LOCK_EX) == 0)
    DispatchQueue.global().asyncAfter(deadline: .now() + 3) { _ = flock(lock, LOCK_UN) }
    let second = try study.attune("run", input: "\n\n1\n3\n2\n3\n\n2\n")
    #expect(second.status == 0, "\(second.messages)")
    #expect(second.messages.contains("another program is writing in this study; I am waiting"))
  }

  /// How long a save takes, told and not asserted: it depends on the disk.
  @Test func howLongASaveTakes() throws {
    let saves = Trial.count(300, long: 3_000)
    let scratch = try ScratchFolder()
    let store = try ResponseStore(path: scratch.path("answers.sqlite"))
    let session = try store.begin(
      with: [.replied(statement: "taking_part", agrees: true)],
      code: PersonCode(typed: "acorn river lamp"), instrument: Sample.instrument, text: "",
      start: SessionStart(), isPractice: false, on: "2026-11-28")
    var times: [Double] = []
    for number in 0..<saves {
      let start = Date()
      try store.append([.answered(item: "q\(number % 40)", .value(.number(1)))], to: session)
      times.append(Date().timeIntervalSince(start) * 1000)
    }
    times.sort()
    print(
      String(
        format: "ROBUSTNESS a save: median %.1f ms, p99 %.1f ms over %d saves",
        times[saves / 2], times[saves * 99 / 100], saves))
    #expect(try store.sessions().first?.events.count == saves + 1)
    try store.close()
  }
}
