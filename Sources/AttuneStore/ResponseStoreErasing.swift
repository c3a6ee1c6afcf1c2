import Foundation
import GRDB

// Erased means gone: deleted rows are overwritten, the log is emptied, the file is rebuilt, and
// then every file of the store is searched for what was deleted.
extension ResponseStore {
  /// Why answers were deleted; only how often is kept.
  public enum Erasure: String, Sendable, Hashable, CaseIterable {
    /// The person stopped, and chose to have them deleted.
    case stoppedAndDeleted = "stopped and deleted"
    /// The person asked for it later, with their code.
    case withdrawn
    /// They were set aside, and nobody came back for them.
    case purged
    /// The team deleted everybody's.
    case erased = "erased with the study"
  }

  /// Deletes what the session recorded so far, overwriting it; the session may begin anew.
  ///
  /// - Throws: `StoreError.notErased` where it is deleted, and traces stay while another program
  ///   reads.
  public func discard(_ session: Writing) throws(StoreError) {
    try delete([session.id])
    guard try emptiesLog() else { throw .notErased(path: path) }
  }

  /// Counts a person whose answers were deleted; nothing else of them is left.
  public func count(_ erasure: Erasure, times: Int = 1) throws(StoreError) {
    try writing { db in
      try db.execute(
        sql: """
          INSERT INTO tally VALUES (?, ?)
          ON CONFLICT (what) DO UPDATE SET count = count + excluded.count
          """,
        arguments: [erasure.rawValue, times])
    }
  }

  /// Deletes whole sessions and proves that no byte of their answers is left in any file.
  ///
  /// - Throws: `StoreError.inUse`, with nothing deleted, while another program reads;
  ///   `StoreError.notErased` where a trace is left all the same.
  public func erase(_ sessions: [KeptSession], as erasure: Erasure) throws(StoreError) {
    guard !sessions.isEmpty else { return }
    // An empty log could be emptied beside a reader: only something in it shows that somebody reads.
    try writing { try $0.execute(sql: "UPDATE store SET salt = salt") }
    guard try emptiesLog() else { throw .inUse(path: path) }
    let ids = sessions.map(\.id)
    let traces = try traces(of: ids)
    try delete(ids)
    try count(erasure, times: sessions.count)
    do { try lock.hold { try queue.vacuum() } } catch {
      throw .cannotWrite(reason: Self.reason(error))
    }
    guard try emptiesLog() else { throw .notErased(path: path) }
    try prove(thatNoneOf: traces)
  }

  private func delete(_ ids: [Int64]) throws(StoreError) {
    try writing { db in
      for id in ids { try db.execute(sql: "DELETE FROM session WHERE id = ?", arguments: [id]) }
    }
  }

  /// What stands in the file with each session and each entry, and nowhere else: fingerprints,
  /// texts of 64 digits.
  private func traces(of ids: [Int64]) throws(StoreError) -> Set<Data> {
    try reading { db in
      var traces: Set<Data> = []
      for id in ids {
        let texts = try String.fetchAll(
          db,
          sql: """
            SELECT fingerprint FROM entry WHERE session = :id
            UNION ALL SELECT codeFingerprint FROM session WHERE id = :id
            """, arguments: ["id": id])
        traces.formUnion(texts.map { Data($0.utf8) })
      }
      return traces
    }
  }

  /// Brings the log into the file and empties it, unless somebody reads: SQLite says so in the row
  /// that it returns, not as an error.
  private func emptiesLog() throws(StoreError) -> Bool {
    do {
      return try lock.hold {
        try queue.writeWithoutTransaction { db in
          try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)").map { $0[0] == 0 } ?? false
        }
      }
    } catch { throw .cannotWrite(reason: Self.reason(error)) }
  }

  private func prove(thatNoneOf traces: Set<Data>) throws(StoreError) {
    for suffix in ["", "-wal", "-journal"] {
      guard let bytes = FileManager.default.contents(atPath: path + suffix) else { continue }
      guard !Self.holds(bytes, anyOf: traces) else { throw .notErased(path: path) }
    }
  }

  /// Whether 64 digits in a row anywhere in `bytes` are one of `traces`; one pass, whatever their
  /// number.
  static func holds(_ bytes: Data, anyOf traces: Set<Data>) -> Bool {
    let length = 64
    var run = 0
    return bytes.withUnsafeBytes { buffer in
      for (index, byte) in buffer.enumerated() {
        let isDigit = (48...57).contains(byte) || (97...102).contains(byte)
        run = isDigit ? run + 1 : 0
        if run >= length, traces.contains(Data(buffer[(index - length + 1)...index])) {
          return true
        }
      }
      return false
    }
  }
}
