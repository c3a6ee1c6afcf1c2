public import AttuneInstrument
public import AttuneSession
import AttuneDigest
import Foundation
import GRDB

/// Keeps a study's sessions in one SQLite file: an append-only journal of what happened.
///
/// When `append` returns, the event is on the disk: write-ahead logging with `synchronous=FULL`,
/// checked on the live connection at every opening. Each entry carries a fingerprint over itself
/// and the one before it, so that a changed, moved or missing one shows.
public final class ResponseStore: Sendable {
  /// A session that is being written.
  public struct Writing: Sendable, Hashable {
    public let id: Int64

    public init(id: Int64) { self.id = id }
  }

  public let path: String
  private let queue: DatabaseQueue
  private let lock: FileLock

  /// Opens the store at `path`, and makes it where there is none.
  ///
  /// - Throws: `StoreError`, with not a byte changed, for a file that is not a store or is newer.
  public init(path: String) throws(StoreError) {
    if let header = try StoreHeader(path: path) {
      guard header.applicationID == StoreSchema.applicationID || Self.isBarelyBegun(path) else {
        throw .notAStore(path: path)
      }
      guard header.userVersion <= StoreSchema.version else {
        throw .newer(path: path, version: header.userVersion, known: StoreSchema.version)
      }
    }
    self.path = path
    lock = try FileLock(path: path + ".lock")
    do {
      let lock = lock
      queue = try lock.hold { try Self.open(path) }
    } catch let error as StoreError {
      throw error
    } catch {
      throw .cannotOpen(path: path, reason: Self.reason(error))
    }
  }

  /// Whether the file is one of ours that was cut off before its tables reached it.
  private static func isBarelyBegun(_ path: String) -> Bool {
    var configuration = Configuration()
    configuration.readonly = true
    let isOurs = try? DatabaseQueue(path: path, configuration: configuration).read { db in
      try Int.fetchOne(db, sql: "PRAGMA application_id") == StoreSchema.applicationID
        || Int.fetchOne(db, sql: "SELECT COUNT(*) FROM sqlite_master") == 0
    }
    return isOurs ?? false
  }

  private static func open(_ path: String) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.journalMode = .wal
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA secure_delete = ON")
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    // GRDB sets NORMAL when it activates the write-ahead log, after `prepareDatabase`.
    try queue.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA synchronous = FULL")
      let level = try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? -1
      guard level == 2 else { throw StoreError.notDurable(synchronous: level) }
    }
    try StoreSchema.migrator.migrate(queue)
    try queue.write { db in
      guard try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM store") == 0 else { return }
      let salt = Fingerprint(of: Data((0..<32).map { _ in UInt8.random(in: .min ... .max) }))
      try db.execute(sql: "INSERT INTO store VALUES (?)", arguments: [salt.description])
    }
    // Brings what names the file's kind and version from the log into its header.
    _ = try queue.writeWithoutTransaction { try $0.checkpoint(.full) }
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.setAttributes(
        [.posixPermissions: 0o600], ofItemAtPath: path + suffix)
    }
    return queue
  }

  /// Writes everything back into the one file and lets go of it.
  public func close() throws(StoreError) {
    try writing { _ in }
    do { try lock.hold { try queue.close() } } catch {
      throw .cannotWrite(reason: Self.reason(error))
    }
  }

  /// Runs SQL for tests that damage a store on purpose.
  func execute(_ sql: String) throws(StoreError) {
    try writing { try $0.execute(sql: sql) }
  }

  /// The level of `PRAGMA synchronous` on the live connection; 2 is FULL.
  func synchronousLevel() throws(StoreError) -> Int {
    try reading { try Int.fetchOne($0, sql: "PRAGMA synchronous") ?? -1 }
  }
}

// MARK: Writing

extension ResponseStore {
  /// Begins a session and keeps its first events, all or none; `day` is ISO 8601.
  public func begin(
    with first: [Event], code: PersonCode, instrument: Instrument, text: String,
    start: SessionStart, isPractice: Bool, on day: String
  ) throws(StoreError) -> Writing {
    try writing { db in
      let meaning = try instrument.meaning()
      let fingerprint = Fingerprint(of: meaning).description
      try db.execute(
        sql: "INSERT OR IGNORE INTO instrument VALUES (?, ?, ?, ?, ?)",
        arguments: [fingerprint, instrument.name, instrument.version, meaning, text])
      try db.execute(
        sql: """
          INSERT INTO session
            (codeFingerprint, instrument, start, isPractice, startedOn, changedOn, state)
          VALUES (?, ?, ?, ?, ?, ?, 'open')
          """,
        arguments: [
          try Self.fingerprint(of: code, in: db), fingerprint, try Self.json(start), isPractice,
          day, day,
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
  public func mark(
    _ session: Writing, as state: KeptSession.State, on day: String
  ) throws(StoreError) {
    try writing { db in
      try db.execute(
        sql: "UPDATE session SET state = ?, changedOn = ? WHERE id = ?",
        arguments: [state.rawValue, day, session.id])
    }
  }

  /// Deletes a session's answers, overwriting them on the disk.
  public func discard(_ session: Writing) throws(StoreError) {
    try writing { db in
      try db.execute(sql: "DELETE FROM session WHERE id = ?", arguments: [session.id])
    }
    do {
      try lock.hold {
        _ = try queue.writeWithoutTransaction { try $0.checkpoint(.truncate) }
      }
    } catch { throw .cannotWrite(reason: Self.reason(error)) }
  }

  /// Counts a person who stopped and had their answers deleted; nothing else of them is left.
  public func countDeleted() throws(StoreError) {
    try writing { db in
      try db.execute(
        sql: """
          INSERT INTO tally VALUES ('stopped and deleted', 1)
          ON CONFLICT (what) DO UPDATE SET count = count + 1
          """)
    }
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
  private static func link(
    _ event: String, _ sequence: Int, after previous: String?, of session: Int64
  ) -> String {
    Fingerprint(of: Data("\(session)\n\(sequence)\n\(previous ?? "")\n\(event)".utf8)).description
  }

  private static func fingerprint(of code: PersonCode, in db: Database) throws -> String {
    let salt = try String.fetchOne(db, sql: "SELECT salt FROM store") ?? ""
    return Fingerprint(of: Data("\(salt)\n\(code)".utf8)).description
  }

  private static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}

// MARK: Reading

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

  /// How many people stopped and chose to have their answers deleted.
  public func deletedCount() throws(StoreError) -> Int {
    try reading { db in
      try Int.fetchOne(db, sql: "SELECT count FROM tally WHERE what = 'stopped and deleted'") ?? 0
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
          state: KeptSession.State(rawValue: row["state"]) ?? .setAside,
          events: journal.events, fingerprint: journal.fingerprint)
      }
    }
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

  private func reading<Result: Sendable>(
    _ work: @Sendable (Database) throws -> Result
  ) throws(StoreError) -> Result {
    do { return try queue.read(work) } catch let error as StoreError { throw error } catch {
      throw .cannotOpen(path: path, reason: Self.reason(error))
    }
  }

  private func writing<Result: Sendable>(
    _ work: @Sendable (Database) throws -> Result
  ) throws(StoreError) -> Result {
    do { return try lock.hold { try queue.write(work) } } catch let error as StoreError {
      throw error
    } catch {
      throw .cannotWrite(reason: Self.reason(error))
    }
  }

  /// A database's own words, without the values that it was given.
  private static func reason(_ error: any Error) -> String {
    switch error {
    case let error as DatabaseError where error.resultCode == .SQLITE_FULL: "the disk is full"
    case let error as DatabaseError where error.resultCode == .SQLITE_READONLY:
      "the folder can only be read"
    case let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN:
      "the file or its folder cannot be opened or made"
    case let error as DatabaseError: error.message ?? "\(error.resultCode)"
    default: "\(type(of: error))"
    }
  }
}
