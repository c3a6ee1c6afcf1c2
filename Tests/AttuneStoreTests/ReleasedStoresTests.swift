import AttuneInstrument
import AttuneSession
import Foundation
import GRDB
import Testing

@testable import AttuneStore

/// A store as each released schema wrote it: it opens, is brought forward, and keeps everything.
@Suite final class ReleasedStoresTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "attune-released-\(UUID())")
  private var path: String { folder.path() + "/answers.sqlite" }

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func put(_ version: Int) throws {
    let fixture = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Stores/version\(version).sqlite")
    try FileManager.default.copyItem(atPath: fixture.path(), toPath: path)
  }

  @Test(arguments: 1..<StoreSchema.version) func everyReleasedStoreComesForward(version: Int) throws
  {
    try put(version)
    #expect(try StoreHeader(path: path)?.userVersion == version)
    let store = try ResponseStore(path: path)
    let review = try store.review()
    #expect(review.sessions == 3)
    #expect(review.entries == 16)
    let sessions = try store.sessions()
    #expect(sessions.map(\.state) == [.finished, .kept, .paused])
    #expect(sessions[0].events[3] == .answered(item: "calm", .value(.choice(3))))
    #expect(sessions[1].events[4] == .answered(item: "heard", .missing(.preferNotToSay)))
    let begun = version > 1 ? "2026-11-28T09:52Z" : nil
    #expect(sessions.map { $0.times?.begun } == [begun, begun, begun])
    #expect(try store.count(of: .stoppedAndDeleted) == 1)
    #expect(try store.instrument(sessions[0].instrument)?.name == "short")
    // It goes on where it was left.
    try store.append(
      [.answered(item: "heard", .value(.choice(1)))], to: ResponseStore.Writing(id: 3))
    #expect(try store.review().entries == 17)
    try store.close()
    #expect(try StoreHeader(path: path)?.userVersion == StoreSchema.version)
  }

  /// Whatever a release is to come writes: not a byte is changed, and no file appears.
  @Test func aNewerStoreIsNotTouched() throws {
    try put(StoreSchema.version - 1)
    let handle = try FileHandle(forUpdating: URL(filePath: path))
    try handle.seek(toOffset: 63)
    try handle.write(contentsOf: [UInt8(StoreSchema.version + 1)])
    try handle.close()
    let before = try Data(contentsOf: URL(filePath: path))
    #expect(
      throws: StoreError.newer(
        path: path, version: StoreSchema.version + 1, known: StoreSchema.version)
    ) { try ResponseStore(path: path) }
    #expect(try Data(contentsOf: URL(filePath: path)) == before)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path()) == ["answers.sqlite"])
  }

  /// Another program may copy at any time; the copy is whole in one file, and the same.
  @Test func aCopyIsTheSameAndNeverOverwrites() throws {
    try put(2)
    let store = try ResponseStore(path: path)
    let copy = folder.path() + "/copy.sqlite"
    let review = try store.backUp(to: copy)
    #expect(try review == store.review())
    #expect(!FileManager.default.fileExists(atPath: copy + "-wal"))
    let attributes = try FileManager.default.attributesOfItem(atPath: copy)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    let bytes = try Data(contentsOf: URL(filePath: copy))
    #expect(throws: StoreError.self) { try store.backUp(to: copy) }
    #expect(try Data(contentsOf: URL(filePath: copy)) == bytes)
    let again = try ResponseStore(path: copy)
    #expect(try again.sessions().map(\.events) == store.sessions().map(\.events))
  }

  @Test func aProgramThatDoesNotSealCannotWrite() throws {
    try put(2)
    try ResponseStore(path: path).close()
    let queue = try DatabaseQueue(path: path)
    #expect(throws: DatabaseError.self) {
      try queue.write { try $0.execute(sql: "UPDATE session SET state = 'finished'") }
    }
    try queue.write { db in
      try db.execute(sql: "DROP TRIGGER sessionIsSealedAfterUpdate")
      try db.execute(sql: "UPDATE session SET state = 'finished'")
    }
    try queue.close()
    #expect(throws: StoreError.changedOutside(path: path)) {
      try ResponseStore(path: path).sessions()
    }
  }
}
