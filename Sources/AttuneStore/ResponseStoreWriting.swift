import AttuneDigest
public import AttuneInstrument
public import AttuneSession
import Foundation
import GRDB

extension ResponseStore {
  /// Begins a session and keeps its first events, all or none; `day` is ISO 8601.
  ///
  /// Answers are bound to `instrument`; the words of a translation that is shown are kept with it.
  /// `minute` is kept only where the instrument keeps times to the minute.
  public func begin(
    with first: [Event], code: PersonCode, instrument: Instrument, text: String,
    translated: (instrument: Instrument, text: String)? = nil, start: SessionStart,
    isPractice: Bool, on day: String, at minute: String? = nil
  ) throws(StoreError) -> Writing {
    try writing { db in
      let fingerprint = try Self.keep(instrument, text, in: db)
      var start = start
      start.translation = try translated.map { try Self.keep($0.instrument, $0.text, in: db) }
      try db.execute(
        sql: """
          INSERT INTO session
            (codeFingerprint, instrument, start, isPractice, startedOn, changedOn, state, begunAt)
          VALUES (?, ?, ?, ?, ?, ?, 'open', ?)
          """,
        arguments: [
          try Self.fingerprint(of: code, in: db), fingerprint, try Self.json(start), isPractice,
          day, day, instrument.timesKept == .minute ? minute : nil,
        ])
      let session = Writing(id: db.lastInsertedRowID)
      for event in first { try Self.append(event, to: session, in: db) }
      return session
    }
  }

  /// Adds events, all or none; they are on the disk when this returns.
  public func append(_ events: [Event], to session: Writing) throws(StoreError) {
    try writing { db in
      for event in events { try Self.append(event, to: session, in: db) }
    }
  }

  /// Notes how far the session came.
  ///
  /// Of a session whose times are kept, `minute` is when it ended, and going on with it is noted:
  /// its length is then no time that somebody spent answering.
  public func mark(
    _ session: Writing, as state: KeptSession.State, on day: String, at minute: String? = nil
  ) throws(StoreError) {
    try writing { db in
      try db.execute(
        sql: "UPDATE session SET state = ?, changedOn = ? WHERE id = ?",
        arguments: [state.rawValue, day, session.id])
      try db.execute(
        sql: """
          UPDATE session SET finishedAt = ?, cameBack = cameBack OR ?
          WHERE id = ? AND begunAt IS NOT NULL
          """,
        arguments: [state.isUsable ? minute : nil, state == .open, session.id])
    }
  }

  /// Keeps an instrument that is asked, once, and gives its fingerprint.
  private static func keep(
    _ instrument: Instrument, _ text: String, in db: Database
  ) throws -> String {
    let meaning = try instrument.meaning()
    let fingerprint = Fingerprint(of: meaning).description
    try db.execute(
      sql: "INSERT OR IGNORE INTO instrument VALUES (?, ?, ?, ?, ?)",
      arguments: [fingerprint, instrument.name, instrument.version, meaning, text])
    return fingerprint
  }

  private static func append(_ event: Event, to session: Writing, in db: Database) throws {
    let last = try Row.fetchOne(
      db,
      sql: """
        SELECT sequence, fingerprint FROM entry WHERE session = ? ORDER BY sequence DESC LIMIT 1
        """,
      arguments: [session.id])
    let sequence: Int = last.map { $0["sequence"] + 1 } ?? 1
    let event = try json(event)
    let fingerprint = link(event, sequence, after: last?["fingerprint"], of: session.id)
    try db.execute(
      sql: "INSERT INTO entry VALUES (?, ?, ?, ?)",
      arguments: [session.id, sequence, event, fingerprint])
  }

  /// The fingerprint of an entry: over its session, its place, its event, and the one before.
  static func link(
    _ event: String, _ sequence: Int, after previous: String?, of session: Int64
  ) -> String {
    Fingerprint(of: Data("\(session)\n\(sequence)\n\(previous ?? "")\n\(event)".utf8)).description
  }

  static func fingerprint(of code: PersonCode, in db: Database) throws -> String {
    let salt = try String.fetchOne(db, sql: "SELECT salt FROM store") ?? ""
    return Fingerprint(of: Data("\(salt)\n\(code)".utf8)).description
  }

  private static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
