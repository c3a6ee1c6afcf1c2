import Foundation
import GRDB

/// What a look over a whole store found in order.
public struct StoreReview: Sendable, Hashable {
  public let sessions: Int
  /// Entries of all journals.
  public let entries: Int
  /// The store's seal: the same for two stores that hold the same.
  public let seal: String

  /// Reads everything: SQLite's own check, each journal's chain, and the seal over all rows.
  init(_ db: Database, path: String) throws {
    let words = try String.fetchAll(db, sql: "PRAGMA integrity_check(1)")
    guard words == ["ok"] else { throw StoreError.changedOutside(path: path) }
    sessions = try ResponseStore.sessions(where: "TRUE", in: db, path: path).count
    entries = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM entry") ?? 0
    seal = try String.fetchOne(db, sql: "SELECT seal FROM store") ?? ""
  }
}

extension ResponseStore {
  /// Reads the whole store and says what is in it.
  ///
  /// - Throws: `StoreError.damaged` or `.changedOutside` where anything is not as it was saved.
  public func review() throws(StoreError) -> StoreReview {
    let path = path
    return try reading { try StoreReview($0, path: path) }
  }

  /// Copies the store as it is at one instant into a new file, and reads the copy back.
  ///
  /// People may answer meanwhile; they wait for as long as the copying takes.
  public func backUp(to destination: String) throws(StoreError) -> StoreReview {
    let before = try review()
    do {
      return try lock.hold {
        guard open(destination, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600).closed else {
          throw StoreError.cannotCopy(
            path: destination, reason: String(cString: strerror(errno)).lowercased())
        }
        let copy = try DatabaseQueue(path: destination, configuration: Self.configuration)
        try queue.backup(to: copy)
        // One file, whole in itself: no log beside it.
        try copy.writeWithoutTransaction { db in
          _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = DELETE")
        }
        let review = try copy.read { try StoreReview($0, path: destination) }
        try copy.close()
        let now = try queue.read { try String.fetchOne($0, sql: "SELECT seal FROM store") }
        guard review.seal == now, review.sessions >= before.sessions || now != before.seal else {
          throw StoreError.cannotCopy(path: destination, reason: "the copy differs")
        }
        try Self.bringToDisk(destination)
        return review
      }
    } catch let error as StoreError {
      throw error
    } catch {
      throw .cannotCopy(path: destination, reason: Self.reason(error))
    }
  }

  private static func bringToDisk(_ path: String) throws(StoreError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { Foundation.close(descriptor) }
    guard fsync(descriptor) == 0 else {
      throw .cannotCopy(path: path, reason: String(cString: strerror(errno)).lowercased())
    }
  }
}

extension Int32 {
  /// Whether this descriptor could be opened; it is closed again.
  fileprivate var closed: Bool {
    guard self >= 0 else { return false }
    close(self)
    return true
  }
}
