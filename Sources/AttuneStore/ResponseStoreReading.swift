public import AttuneInstrument
import AttuneSession
import Foundation
import GRDB

extension ResponseStore {
  /// The session that `code` opens; `nil` for any other code, without a hint.
  public func session(of code: PersonCode) throws(StoreError) -> KeptSession? {
    let path = path
    return try reading { db in
      try Self.sessions(
        where: "codeFingerprint = ?", [Self.fingerprint(of: code, in: db)], in: db, path: path
      ).first
    }
  }

  /// Every session, in the order in which they began.
  ///
  /// - Throws: `StoreError` where anything in the store is not as it was saved.
  public func sessions() throws(StoreError) -> [KeptSession] {
    let path = path
    return try reading { db in try Self.sessions(where: "TRUE", in: db, path: path) }
  }

  /// The instrument with this fingerprint, as it was asked; `nil` where nobody was asked it.
  public func instrument(_ fingerprint: String) throws(StoreError) -> Instrument? {
    try reading { db in
      try Data.fetchOne(
        db, sql: "SELECT meaning FROM instrument WHERE fingerprint = ?", arguments: [fingerprint]
      ).map { try JSONDecoder().decode(Instrument.self, from: $0) }
    }
  }

  /// What was asked last, with its text; `nil` where nobody has begun.
  public func latestInstrument() throws(StoreError) -> (Instrument, text: String)? {
    try reading { db in
      try Row.fetchOne(
        db,
        sql: """
          SELECT meaning, text FROM instrument JOIN session ON session.instrument = fingerprint
          ORDER BY session.id DESC LIMIT 1
          """
      ).map { (try JSONDecoder().decode(Instrument.self, from: $0["meaning"]), $0["text"]) }
    }
  }

  /// How many people's answers were deleted for this reason.
  public func count(of erasure: Erasure) throws(StoreError) -> Int {
    try reading { db in
      try Int.fetchOne(
        db, sql: "SELECT count FROM tally WHERE what = ?", arguments: [erasure.rawValue]) ?? 0
    }
  }

  /// The sessions of a condition: the seal is checked first, then each journal's chain.
  static func sessions(
    where condition: String, _ arguments: StatementArguments = [], in db: Database, path: String
  ) throws -> [KeptSession] {
    // Before anything is decoded: what was damaged may be of any type.
    guard try StoreSeal.isWhole(in: db) else { throw StoreError.changedOutside(path: path) }
    let rows = try Row.fetchAll(
      db, sql: "SELECT * FROM session WHERE \(condition) ORDER BY id", arguments: arguments)
    var known: [String: Event] = [:]
    return try rows.map { row in
      let id: Int64 = row["id"]
      let journal = try journal(of: id, in: db, path: path, &known)
      guard let state = KeptSession.State(rawValue: row["state"]),
        let start = try? decode(SessionStart.self, row["start"])
      else { throw StoreError.damaged(path: path, session: id) }
      return KeptSession(
        id: id, instrument: row["instrument"], start: start, isPractice: row["isPractice"],
        startedOn: row["startedOn"], changedOn: row["changedOn"], times: times(of: row),
        state: state, events: journal.events, fingerprint: journal.fingerprint)
    }
  }

  private static func times(of row: Row) -> SessionTimes? {
    guard let begun: String = row["begunAt"] else { return nil }
    return SessionTimes(begun: begun, finished: row["finishedAt"], isOneSitting: !row["cameBack"])
  }

  /// The journal of a session, each link of its chain checked.
  ///
  /// Most people's events are written alike; `known` are those read before.
  private static func journal(
    of session: Int64, in db: Database, path: String, _ known: inout [String: Event]
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
        fingerprint == link(event, events.count + 1, after: previous, of: session),
        let decoded = try? known[event] ?? decode(Event.self, event)
      else { throw StoreError.damaged(path: path, session: session) }
      known[event] = decoded
      events.append(decoded)
      previous = fingerprint
    }
    return (events, previous ?? "")
  }

  private static func decode<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(text.utf8))
  }
}
