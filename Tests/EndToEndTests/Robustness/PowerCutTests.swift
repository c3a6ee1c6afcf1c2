import AttuneSession
import Foundation
import Testing

@testable import AttuneStore

/// A power cut at any instant: what was shown as saved is there, and nothing is damaged.
///
/// The program runs with `disk.c` before its disk; the writes and syncs that it made are replayed
/// up to a random instant, with any part of what was not synced, into disk images.
@Suite(.serialized, .enabled(if: isLinux)) struct PowerCutTests {
  @Test func nothingShownAsSavedIsLost() throws {
    let images = Trial.count(300, long: 20_000)
    let outcome = try cuts(images, of: recorded(), seed: 2026)
    Trial.report(
      "power cut: images that lost an answer or were damaged", failures: outcome.failures,
      of: images, "\(outcome.checked) acknowledged answers looked for")
    #expect(outcome.failures == 0, "\(outcome.first ?? "")")
    #expect(outcome.checked > images, "the images would prove nothing")
  }

  /// The same test finds `synchronous=NORMAL`, which does not wait for the disk at each commit.
  @Test func aStoreThatDoesNotWaitIsFound() throws {
    let images = Trial.count(100, long: 2_000)
    let outcome = try cuts(images, of: recorded(["ATTUNE_DISK_NORMAL": "1"]), seed: 2026)
    print("ROBUSTNESS power cut, NORMAL mutant: \(outcome.failures) of \(images) images fail")
    #expect(outcome.failures > images / 10)
  }

  private func recorded(_ more: [String: String] = [:]) throws -> DiskLog {
    let study = try Study(instrument: Trial.instrument)
    let log = study.scratch.path("log")
    let run = try Program.run(
      ["run", study.path], input: Trial.typed,
      environment: [
        "LD_PRELOAD": Trial.library, "ATTUNE_DISK_FOLDER": study.path, "ATTUNE_DISK_LOG": log,
      ].merging(more) { $1 })
    #expect(run.status == 0, "\(run.messages)")
    return try DiskLog(path: log)
  }

  private func cuts(
    _ count: Int, of log: DiskLog, seed: UInt64
  ) throws -> (failures: Int, checked: Int, first: String?) {
    var generator = Seeded(seed)
    let first = log.operations.firstIndex { if case .opened = $0 { true } else { false } } ?? 0
    var instants = (0..<count).map { _ in
      Int.random(in: first..<log.operations.count, using: &generator)
    }.sorted()[...]
    let scratch = try ScratchFolder(inMemory: true)
    var disk = SimulatedDisk()
    var shown = ""
    var failures = 0
    var checked = 0
    var words: String?
    for (index, operation) in log.operations.enumerated() {
      disk.take(operation)
      if case .shown(let text) = operation { shown += text }
      while instants.first == index {
        instants.removeFirst()
        let acknowledged = Trial.acknowledged(in: shown)
        checked += acknowledged
        let folder = scratch.url.appending(path: "image")
        try? FileManager.default.removeItem(at: folder)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, bytes) in disk.image(using: &generator) {
          try bytes.write(to: folder.appending(path: name))
        }
        do {
          let store = try ResponseStore(path: folder.path() + "/answers.sqlite")
          let lost = Trial.lost(of: acknowledged, in: try store.sessions().first?.events ?? [])
          if !lost.isEmpty {
            failures += 1
            words = words ?? "after operation \(index), lost: \(lost)"
          }
          try store.close()
        } catch {
          failures += 1
          words = words ?? "after operation \(index): \(error)"
        }
      }
    }
    return (failures, checked, words)
  }
}

#if os(Linux)
  let isLinux = true
#else
  let isLinux = false
#endif
