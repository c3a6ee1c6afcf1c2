import AttuneSession
import Foundation
import Testing

@testable import AttuneStore

/// A disk that is full, torn away or failing: nothing shown as saved is lost, and the person reads
/// gentle words with support.
@Suite(.serialized, .enabled(if: isLinux)) struct FailingDiskTests {
  /// Each run meets one failure, at another of its writes or syncs.
  @Test func everyFailureIsSurvived() throws {
    let runs = Trial.count(36, long: 480)
    let model = try Study(instrument: Trial.instrument)
    var generator = Seeded(7)
    var failures: [String] = []
    var met = 0
    for run in 0..<runs {
      let kind = ["write", "sync", "any"][run % 3]
      let number = run / 3 < 12 ? run / 3 + 1 : Int.random(in: 1...220, using: &generator)
      let code = [ENOSPC, EIO, EROFS][run / 3 % 3]
      let once = run % 2 == 0 ? "once " : ""
      let study = try Study(copying: model)
      let outcome = try Program.run(
        ["run", study.path], input: Trial.typed,
        environment: [
          "LD_PRELOAD": Trial.library, "ATTUNE_DISK_FOLDER": study.path,
          "ATTUNE_DISK_FAIL": "\(once)\(kind) \(number) \(code)",
        ])
      if outcome.status != 0 { met += 1 }
      let what = "\(once)\(kind) \(number) errno \(code)"
      failures += try faults(outcome, in: study).map { "\(what): \($0)" }
    }
    Trial.report(
      "failing disk: acknowledged answers lost, harsh words or unreadable stores",
      failures: failures.count, of: runs, "\(met) runs ended by the failure")
    #expect(failures.isEmpty, "\(failures.prefix(5))")
    #expect(met > runs / 3)
  }

  /// `prlimit --fsize`: no file may grow beyond it, as on a disk that is full.
  @Test func aLimitOnSizeIsSurvived() throws {
    let model = try Study(instrument: Trial.instrument)
    for kibibytes in [60, 80, 120, 200] {
      let study = try Study(copying: model)
      let outcome = try Program.run(
        ["prlimit", "--fsize=\(kibibytes * 1024)", "env", Program.path, "run", study.path],
        of: "/usr/bin/env", input: Trial.typed)
      #expect(outcome.status != 0)
      #expect(try faults(outcome, in: study) == [], "\(kibibytes) KiB")
    }
  }

  private func faults(_ outcome: Program.Outcome, in study: Study) throws -> [String] {
    var faults: [String] = []
    let acknowledged = Trial.acknowledged(in: outcome.output)
    let words = (outcome.output + outcome.messages).lowercased()
      .replacingOccurrences(of: "answers.sqlite", with: "")
    if words.contains("sqlite") || words.contains("fatal") || words.contains("invalid") {
      faults.append("harsh words: \(outcome.messages)")
    }
    if outcome.output.lowercased().contains("error") { faults.append("'error' is shown") }
    if outcome.status != 0, outcome.output.contains("question 1 of them"),
      outcome.output.components(separatedBy: "Samaritans").count < 2
    {
      faults.append("no support is shown: \(outcome.output.suffix(400))")
    }
    if outcome.status > 1 { faults.append("ended with \(outcome.status)") }
    let path = study.path + "/answers.sqlite"
    guard FileManager.default.fileExists(atPath: path) else {
      return acknowledged == 0 ? faults : faults + ["the store is gone"]
    }
    do {
      let store = try ResponseStore(path: path)
      let lost = Trial.lost(of: acknowledged, in: try store.sessions().first?.events ?? [])
      if !lost.isEmpty { faults.append("lost \(lost)") }
      try store.close()
    } catch { faults.append("\(error)") }
    return faults
  }
}
