public import AttuneInstrument
import AttuneSession
import Foundation
import GRDB

extension ResponseStore {
  /// The session that `code` opens; `nil` for any other code, without a hint.
  public func session(of code: PersonCode) throws(StoreError) -> KeptSession? {
    try sessions(where: "codeFingerprint = ?") { db in [try Self.fingerprint(of: code, in: db)] }
      .first
  }

  /// Every session, in the order in which they began.
  public func sessions() throws(StoreError) -> [KeptSession] {
    try sessions(where: "TRUE") { _ in [] }
  }

  /// The instrument with this fingerprint, as it was asked; `nil` where nobody was asked it.
  public func instrument(_ fingerprint: String) throws(StoreError) -> Instrument? {
    try reading { db in
      try Data.fetchOne(
        db, sql: "SELECT meaning FROM instrument WHERE fingerprint = ?", arguments: [fingerprint]
      ).map { try JSONDecoder().decode(Instrument.self, from: $0) }
    }
  }

  /// How many people's answers were deleted for this reason.
  public func count(of erasure: Erasure) throws(StoreError) -> Int {
    try reading { db in
      try Int.fetchOne(
        db, sql: "SELECT count FROM tally WHERE what = ?", arguments: [erasure.rawValue]) ?? 0
    }
  }

  private func sessions(
    where condition: String, _ arguments: @Sendable (Database) throws -> StatementArguments
  ) throws(StoreError) -> [KeptSession] {
    try reading { db in
      let rows = try Row.fetchAll(
        db, sql: "SELECT * FROM session WHERE \(condition) ORDER BY id", arguments: arguments(db))
      return try rows.map { row in
        let id: Int64 = row["id"]
        let journal = try self.journal(of: id, in: db)
        return KeptSession(
          id: id, instrument: row["instrument"],
          start: try Self.decode(SessionStart.self, row["start"]),
          isPractice: row["isPractice"], startedOn: row["startedOn"], changedOn: row["changedOn"],
          times: Self.times(of: row),
          state: KeptSession.State(rawValue: row["state"]) ?? .setAside,
          events: journal.events, fingerprint: journal.fingerprint)
      }
    }
  }

  private static func times(of row: Row) -> SessionTimes? {
    guard let begun: String = row["begunAt"] else { return nil }
    return SessionTimes(begun: begun, finished: row["finishedAt"], isOneSitting: !row["cameBack"])
  }

  /// The journal of a session, each link of its chain checked.
  private func journal(
    of session: Int64, in db: Database
  ) throws -> (events: [Event], fingerprint: String) {
    var previous: String?
    var events: [Event] = []
    let entries = try Row.fetchCursor(
      db,
      sql: "SELECT sequence, event, fingerprint FROM entry WHERE session = ? ORDER BY sequence",
      arguments: [session])
    while let entry = try entries.next() {
      let event: String = entry["event"]
      let fingerprint: String = entry["fingerprint"]
      guard
        entry["sequence"] == events.count + 1,
        fingerprint == Self.link(event, events.count + 1, after: previous, of: session),
        let decoded = try? Self.decode(Event.self, event)
      else { throw StoreError.damaged(path: path, session: session) }
      events.append(decoded)
      previous = fingerprint
    }
    return (events, previous ?? "")
  }

  private static func decode<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(text.utf8))
  }
}
