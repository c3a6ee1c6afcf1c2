import AttuneSession
import Foundation
import Testing

@testable import AttuneStore

/// A crash at any instant, in a real terminal: what was shown as saved is there, and the person
/// comes back to their place.
@Suite(.serialized) struct KillTests {
  @Test func nothingShownAsSavedIsLost() throws {
    let kills = Trial.count(25, long: 1_000)
    let model = try Study(instrument: Trial.instrument)
    var generator = Seeded(11)
    var faults: [String] = []
    var interrupted = 0
    var longest = 0.0

    let whole = try Study(copying: model)
    let begin = Date()
    let first = try PseudoTerminal(["run", whole.path, "--plain"])
    first.type(Trial.typed + "\n")
    first.read(for: 30)
    first.process.waitUntilExit()
    let length = Date().timeIntervalSince(begin)
    let all = Trial.acknowledged(in: first.shown)
    #expect(all >= Trial.questions - 1, "\(first.shown.suffix(500))")

    for _ in 0..<kills {
      let study = try Study(copying: model)
      let terminal = try PseudoTerminal(["run", study.path, "--plain"])
      terminal.type(Trial.typed)
      let isEarly = Int.random(in: 0..<6, using: &generator) == 0
      if !isEarly { terminal.read(for: 10, until: "question 1 of them") }
      terminal.read(for: Double.random(in: 0..<length, using: &generator))
      terminal.kill()
      let acknowledged = Trial.acknowledged(in: terminal.shown)
      if acknowledged > 0, acknowledged < Trial.questions - 1 { interrupted += 1 }
      let path = study.path + "/answers.sqlite"
      guard FileManager.default.fileExists(atPath: path) else {
        if acknowledged > 0 { faults.append("the store is gone") }
        continue
      }
      if let code = Study.code(in: terminal.shown), acknowledged > 0 {
        let start = Date()
        let again = try study.attune("resume", input: "\(code)\n1\nstop\n1\n2\n")
        let isOver = acknowledged >= Trial.questions - 1
        if again.status != 0, !isOver { faults.append("no way back: \(again.messages)") }
        longest = max(longest, Date().timeIntervalSince(start))
      }
      let store = try ResponseStore(path: path)
      let events = try store.sessions().first?.events ?? []
      let lost = Trial.lost(of: acknowledged, in: events)
      if !lost.isEmpty { faults.append("lost \(lost)") }
      _ = try store.review()
      try store.close()
    }
    Trial.report(
      "kill -9: trials that lost an answer or the way back", failures: faults.count, of: kills,
      "\(interrupted) between two answers; the slowest way back took "
        + String(format: "%.2f s (whole session)", longest))
    #expect(faults.isEmpty, "\(faults.prefix(5))")
    #expect(interrupted > 0)
  }
}
