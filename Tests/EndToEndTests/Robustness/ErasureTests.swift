import Foundation
import GRDB
import Testing

@testable import AttuneStore

/// Erased means gone: from every file, and never called done while another program reads.
@Suite(.serialized) struct ErasureTests {
  @Test func noTraceIsLeftInAnyFile() throws {
    let people = Trial.count(100, long: 1_000)
    let scratch = try ScratchFolder(inMemory: true)
    let path = scratch.path("answers.sqlite")
    let store = try ResponseStore(path: path)
    try Sample.fill(store, people: people, questions: 12)
    #expect(try traces(in: scratch) > 0)
    let sessions = try store.sessions()

    // While somebody reads: nothing is deleted, and that is said.
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let reader = try DatabaseQueue(path: path, configuration: configuration)
    try reader.unsafeReentrantWrite { db in
      try db.execute(sql: "BEGIN")
      _ = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM entry")
    }
    try store.count(.withdrawn)
    #expect(throws: StoreError.inUse(path: path)) { try store.erase(sessions, as: .erased) }
    #expect(try store.sessions().count == people)
    try reader.unsafeReentrantWrite { try $0.execute(sql: "COMMIT") }

    // A reader that holds no transaction does not keep anything.
    let begin = Date()
    try store.erase(sessions, as: .erased)
    let seconds = Date().timeIntervalSince(begin)
    let left = try traces(in: scratch)
    Trial.report(
      "erasure: traces left in all files", failures: left, of: people * 13,
      String(format: "%d people in %.1f s, with a reader's connection open", people, seconds))
    #expect(left == 0)
    #expect(try store.count(of: .erased) == people)
    try reader.close()
    try store.close()
    #expect(try traces(in: scratch) == 0)
  }

  /// What people wrote, and codes' and entries' fingerprints, in any file of the folder.
  private func traces(in scratch: ScratchFolder) throws -> Int {
    try FileManager.default.contentsOfDirectory(atPath: scratch.url.path()).map { name in
      let bytes = try Data(contentsOf: scratch.url.appending(path: name))
      let text = String(decoding: bytes, as: Unicode.ASCII.self)
      return text.components(separatedBy: "private-").count - 1
        + text.components(separatedBy: "wordswords").count - 1
    }.reduce(0, +)
  }
}
